/**
 * An inbox, where all customers who use it meet: it has the last word before anything leaves.
 *
 * <p>Start at {@link io.carillon.core.entity.endpoint.EndpointKind}: suppressed, unsubscribed, told by somebody else, on
 * the way (docs: protocol of delivery in ARCHITECTURE.md).
 */
@NullMarked
package io.carillon.core.entity.endpoint;

import org.jspecify.annotations.NullMarked;
