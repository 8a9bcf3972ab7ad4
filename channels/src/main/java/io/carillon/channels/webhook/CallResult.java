package io.carillon.channels.webhook;

/** What became of one call. */
sealed interface CallResult {
    /** The receiver answered. */
    record Answered(HttpAnswer answer) implements CallResult {}

    /** The receiver has not been told: it cannot have taken it. */
    record NotTold(String detail) implements CallResult {}

    /** Its address must not be called. */
    record Forbidden(String detail) implements CallResult {}

    /** It may have been told, and nothing was heard of it. */
    record Unanswered(String detail) implements CallResult {}
}
