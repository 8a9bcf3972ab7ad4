package io.carillon.core.decision;

import java.util.Locale;

/** How far a message has come. */
public enum DispatchStatus {
    /** Decided, waiting for its worker. */
    QUEUED,
    /** The worker has it, or asks the endpoint for leave. */
    CLAIMED,
    /** The provider took it. */
    SENT,
    /** The provider will never take it. */
    REJECTED,
    /** It may have left; nobody knows. Marketing is not tried again. */
    UNCERTAIN,
    /** Decided against. */
    WITHHELD,
    /** Its deadline passed first. */
    LAPSED,
    /** Tried as often as is allowed. */
    DEAD;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing more will happen to it by itself. */
    public boolean isFinal() {
        return this != QUEUED && this != CLAIMED;
    }

    /** The person has it, is getting it, or may have it. */
    public boolean mayHaveLeft() {
        return this == CLAIMED || this == SENT || this == UNCERTAIN;
    }
}
