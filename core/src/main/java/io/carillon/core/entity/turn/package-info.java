/**
 * One step of a customer while it is being made.
 *
 * <p>Start at {@link io.carillon.core.entity.turn.Turn}: every stage reads it and adds to it. {@link
 * io.carillon.core.entity.turn.Facts} puts what happened into the outboxes of webhooks.
 */
@NullMarked
package io.carillon.core.entity.turn;

import org.jspecify.annotations.NullMarked;
