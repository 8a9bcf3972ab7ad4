package io.carillon.core.message;

import io.carillon.core.person.Endpoint;
import java.time.Instant;

/**
 * A message on its way to a provider.
 *
 * @param id also the idempotency key: every attempt carries the same
 * @param at when it was claimed: its date
 * @param isTest somebody of the company looks at it: it says so, and no customer is concerned
 */
public record Outgoing(DispatchId id, Endpoint to, Purpose purpose, Content content, Instant at, boolean isTest) {
    /** Header by which a test is known, on every channel that has headers. */
    public static final String TEST_HEADER = "X-Carillon-Test";

    /** A message to a customer. */
    public Outgoing(DispatchId id, Endpoint to, Purpose purpose, Content content, Instant at) {
        this(id, to, purpose, content, at, false);
    }
}
