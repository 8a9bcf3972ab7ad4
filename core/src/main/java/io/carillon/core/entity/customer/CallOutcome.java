package io.carillon.core.entity.customer;

/** How far a call of a webhook has come that a journey made. Stored and shown by name. */
public enum CallOutcome {
    /** It is in the outbox. */
    ASKED,
    /** The receiver has taken it. */
    DELIVERED,
    /** It is not tried any more by itself. */
    DEAD,
    /** The run went on; it is still tried. */
    LATE,
    /** There was nothing to tell, or no JSON. */
    NOT_MADE
}
