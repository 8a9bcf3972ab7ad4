/**
 * When to call a provider: how long to wait after a failure, when to leave it in peace, how fast it may be called.
 *
 * <p>Three parts that know nothing of each other: {@link io.carillon.channels.delivery.Backoff} for one message, {@link
 * io.carillon.channels.delivery.CircuitBreaker} and {@link io.carillon.channels.delivery.RateLimit} for one provider.
 * Time comes in as an argument; nothing here sleeps or calls.
 */
@NullMarked
package io.carillon.channels.delivery;

import org.jspecify.annotations.NullMarked;
