package io.carillon.core.message;

import io.carillon.core.person.Endpoint;
import java.time.Instant;

/**
 * A message on its way to a provider.
 *
 * @param id also the idempotency key: every attempt carries the same
 * @param at when it was claimed: its date
 */
public record Outgoing(DispatchId id, Endpoint to, Purpose purpose, Content content, Instant at) {}
