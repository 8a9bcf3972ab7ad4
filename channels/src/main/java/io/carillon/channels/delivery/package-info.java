/**
 * Takes messages from the outbox to their providers: claims each, asks the provider once, reports what came of it.
 *
 * <p>Start at {@link io.carillon.channels.delivery.Courier}; {@link io.carillon.channels.delivery.Errand} is one message's
 * way. When to call a provider is for {@link io.carillon.channels.delivery.CircuitBreaker} and {@link
 * io.carillon.channels.delivery.RateLimit}. Nothing here decides whether a message may leave.
 */
@NullMarked
package io.carillon.channels.delivery;

import org.jspecify.annotations.NullMarked;
