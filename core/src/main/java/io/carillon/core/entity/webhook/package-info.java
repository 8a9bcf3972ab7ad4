/**
 * A webhook: the outbox of what its receiver is still to be told, and what came of each attempt.
 *
 * <p>Start at {@link io.carillon.core.entity.webhook.WebhookKind}; {@link io.carillon.core.entity.webhook.WebhookCalls} has
 * the rows. Who calls stands in the module {@code channels}.
 */
@NullMarked
package io.carillon.core.entity.webhook;

import org.jspecify.annotations.NullMarked;
