package io.carillon.core.decision;

import java.util.Locale;

/** The checks between an intent and a message, in the order in which they are made. Stored and shown by name. */
public enum Gate {
    /** The message and its journey are published. */
    DEFINITION,
    /** No message of this person's is parked: nobody knows what it would have changed. */
    PARKED,
    /** No un-merge of this person's is under way: what is theirs is being sorted out. */
    PARTING,
    /** Neither too late nor withdrawn meanwhile. */
    STILL_QUEUED,
    /** Its run began since this store was restored from a backup, if it ever was: else it may have been said already. */
    RESTORED,
    /** The run goes on: no exit since it began. */
    STILL_TRUE,
    /** No message of this intent since the run began. */
    NOT_SAID_YET,
    /** The person's choice for the topic on the channel. */
    CONSENT,
    /** There is an endpoint of theirs on the channel, and a provider for it. */
    REACHABLE,
    /** Every cap of the company's has room for one more, at the instant at which it is to leave. */
    FREQUENCY_CAP,
    /** Outside the person's quiet hours: else it is delayed to their end. */
    QUIET_HOURS,
    /** No more important message of theirs waits for the room that a cap leaves: else it steps back. */
    PRIORITY,
    /** The template gives content. */
    CONTENT,
    /** The endpoint's own word: suppressed, withdrawn, or told by another customer who shares it. */
    ENDPOINT,
    /** What the provider made of it. */
    PROVIDER;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
