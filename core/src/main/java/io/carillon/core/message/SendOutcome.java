package io.carillon.core.message;

import java.time.Duration;

/** What came of one call to a provider. */
public sealed interface SendOutcome {
    /** The provider took it. Delivery itself is known later, from a receipt. */
    record Accepted(String providerMessageId) implements SendOutcome {}

    /** The provider will never take it: do not retry; the reason may suppress the endpoint. */
    record Rejected(Rejection reason, String detail) implements SendOutcome {}

    /** Surely not sent: retry with the same idempotency key, no sooner than {@code retryAfter}. */
    record NotSent(String detail, Duration retryAfter) implements SendOutcome {}

    /** May have left (a time-out after the last byte): transactional retries, marketing never does. */
    record Uncertain(String detail) implements SendOutcome {}

    /** Why a provider will never take a message. */
    enum Rejection {
        /** There is no such endpoint: a hard bounce. */
        INVALID_ENDPOINT,
        /** The content or sender is refused: nothing is held against the endpoint. */
        BLOCKED,
        OTHER
    }
}
