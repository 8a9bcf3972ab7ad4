package io.carillon.core.entity.customer;

import io.carillon.core.codec.Bytes;
import io.carillon.core.decision.Decision;
import io.carillon.core.decision.IntentKey;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.host.ParkId;
import io.carillon.core.identity.Cause;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.LinkChange;
import io.carillon.core.journey.RunEnd;
import io.carillon.core.journey.RunKey;
import io.carillon.core.person.Consent;
import io.carillon.core.person.Preferences;
import io.carillon.core.person.Subscription;
import io.carillon.core.segment.SegmentId;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One row of a customer's history: what they did, what we did, and what the journal needs to explain it or undo it. Rows
 * stay at the address of the customer who was told; whoever absorbs them reads them there.
 */
public sealed interface HistoryEntry {
    /** When the row was written. */
    Instant at();

    /**
     * An event.
     *
     * @param via the identifier that led here
     */
    record Happened(Instant at, Event event, Identifier via) implements HistoryEntry {}

    /** An identifier was gained, given up, refused or not asked for. */
    record Linked(Instant at, LinkChange change) implements HistoryEntry {}

    /**
     * A weaker customer was absorbed.
     *
     * @param before this customer until then, stored form of {@link Root}
     * @param absorbed the other until then, stored form of {@link Root}
     */
    record Absorbed(Instant at, CustomerRef from, Cause cause, Bytes before, Bytes absorbed) implements HistoryEntry {}

    /**
     * By a merge this customer owns more of a kind than events alone could have brought it.
     *
     * @param count how many now
     * @param max how many the workspace allows
     */
    record LimitPassed(Instant at, CustomerRef from, IdentifierKind kind, int count, int max) implements HistoryEntry {}

    /** This customer merged into a stronger one. */
    record Merged(Instant at, CustomerRef into, Cause cause) implements HistoryEntry {}

    /**
     * Somebody who had been absorbed was parted from this customer.
     *
     * @param merge number of the row that says how they came, at this address
     * @param identifiers which are theirs again
     */
    record Parted(Instant at, CustomerRef leaver, long merge, List<Identifier> identifiers) implements HistoryEntry {
        public Parted {
            identifiers = List.copyOf(identifiers);
        }
    }

    /** This customer, who had been absorbed, is one of its own again. */
    record Restored(Instant at, CustomerRef from) implements HistoryEntry {}

    /** This customer entered or left a segment. */
    record Moved(Instant at, SegmentId segment, boolean entered) implements HistoryEntry {}

    record RunStarted(Instant at, RunKey run, String version) implements HistoryEntry {}

    record RunEnded(Instant at, RunKey run, RunEnd reason) implements HistoryEntry {}

    /** Something was decided, or came of a decision. */
    record Decided(Decision decision) implements HistoryEntry {
        @Override
        public Instant at() {
            return decision.at();
        }
    }

    /**
     * They chose what they want to hear of.
     *
     * @param of whom it was said to, when that one had been absorbed; none of an event, which is said by its row
     */
    record Chose(Instant at, Subscription subscription, Consent consent, Optional<CustomerRef> of)
            implements HistoryEntry {}

    /**
     * They said how they wish to be reached.
     *
     * @param of whom it was said to, when that one had been absorbed
     */
    record Preferred(Instant at, Preferences preferences, Optional<CustomerRef> of) implements HistoryEntry {}

    /** A journey noted a fact about them. */
    record TraitSet(Instant at, RunKey run, String trait, Value value) implements HistoryEntry {}

    /**
     * A journey told a webhook, or something came of that.
     *
     * @param asked the run and its step
     */
    record Called(Instant at, IntentKey asked, String webhook, CallOutcome outcome, String detail)
            implements HistoryEntry {}

    /** A message to this customer failed and waits. */
    record Parked(Instant at, ParkId park, String message) implements HistoryEntry {}
}
