/**
 * The contract between the entities, which decide, and a host, which runs them durably.
 *
 * <p>Start at {@link io.carillon.core.host.EntityKind}, then {@link io.carillon.core.host.Host} for what is promised.
 * An entity is a pure state machine: it gets one message at a time and answers with {@link
 * io.carillon.core.host.Effects}. Nothing here knows what a customer is, and nothing here does I/O.
 */
@NullMarked
package io.carillon.core.host;

import org.jspecify.annotations.NullMarked;
