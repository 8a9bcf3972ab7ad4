package io.carillon.core.entity.person;

import io.carillon.core.entity.customer.Root;
import io.carillon.core.host.Reply;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Endpoint;
import io.carillon.core.person.Preferences;
import java.time.Instant;
import java.util.List;

/** What callers outside are answered by people, and by whoever has nothing more to say. */
public sealed interface Answers extends Reply {

    /** The event is in, and everything that it means for its customer has happened. */
    record Handled() implements Answers {}

    /** The event was in already: a repeat of its messageId. */
    record Already() implements Answers {}

    /** Kept, but its handler failed: see the parked messages. */
    record Parked() implements Answers {}

    record Found(CustomerRef customer, Root root) implements Answers {}

    record NotFound() implements Answers {}

    /** How far a customer is with the definitions of today. */
    record Refreshed(Freshness freshness) implements Answers {}

    /** What else there is to wait for. */
    enum Freshness {
        /** All is counted and judged; or this customer was absorbed, and another is asked. */
        CURRENT,
        /** The history is being counted, and what follows from it follows by itself. */
        COUNTING,
        /** Nothing is, as a message of theirs failed and waits. */
        PARKED
    }

    /** The message may be sent: once, now. */
    record Granted(DispatchId dispatch, int attempt, Endpoint endpoint, Purpose purpose, Instant at)
            implements Answers {}

    /** Not now, or not at all; nothing is to be done. */
    record NotGranted() implements Answers {}

    /** The outcome is recorded. */
    record Noted() implements Answers {}

    record Retried() implements Answers {}

    /** This message cannot be retried: it is under way, or has been sent. */
    record NotRetried(String why) implements Answers {}

    /**
     * The choice holds.
     *
     * @param onTheirWay messages that had started before and whose outcome is known now
     */
    record Withdrawn(List<DispatchId> onTheirWay) implements Answers {}

    /** They are reached like that from now on. */
    record Preferred(Preferences preferences) implements Answers {}

    /** The person has no such choice to make. */
    record Refused(String why) implements Answers {}

    /** They are two again; what is to be counted and judged of either follows. */
    record Unmerged(CustomerRef customer) implements Answers {}

    /**
     * They are as they were.
     *
     * @param whom who was to go, or who has to go first
     */
    record NotUnmerged(Why why, CustomerRef whom) implements Answers {}

    /** Why an un-merge cannot be. */
    enum Why {
        /** The one never merged into the other. */
        NEVER_MERGED,
        /** They were parted before. */
        ALREADY_PARTED,
        /** They came with somebody else, who has to be parted first. */
        CAME_WITH_ANOTHER,
        /** What is needed for it is older than the workspace keeps it. */
        TOO_OLD,
        /** An un-merge of this customer is under way. */
        UNDER_WAY,
        /** A message of theirs failed and waits: nobody knows whose it is. */
        PARKED,
        /** They were absorbed themselves meanwhile. */
        MERGED_MEANWHILE,
        /** Our own fault: it is parked. */
        FAILED
    }

    /** So many rows were too old, and are gone. */
    record Forgotten(long rows) implements Answers {}
}
