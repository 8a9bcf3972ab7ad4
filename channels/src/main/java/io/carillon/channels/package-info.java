/**
 * The ways out: turns a channel's settings into the provider that carries its messages.
 *
 * <p>Start at {@link io.carillon.channels.Providers}. Each channel has a package of its own; what all of them share
 * (pace, back-off, circuit breaker) is in {@code delivery}. Nothing here decides whether a message may leave, and
 * nothing repeats a call by itself.
 */
@NullMarked
package io.carillon.channels;

import org.jspecify.annotations.NullMarked;
