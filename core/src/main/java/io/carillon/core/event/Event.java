package io.carillon.core.event;

import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.List;

/**
 * What happened.
 *
 * @param name what definitions call it: of a track call its {@code event}; "Page Viewed", "Screen Viewed" for page and
 *     screen calls; the type's word for the rest
 * @param occurredAt when it happened by its sender's clock, corrected for skew; never after {@code receivedAt}
 * @param receivedAt when it reached us
 * @param source which silo it came from
 * @param identifiers whom it names, in normal form, without repeats, strongest first, at least one
 * @param properties cleansed, as are the traits and the context
 * @param traits facts about the person that it brings
 * @param lineage of what was changed, by pointers from the event: {@code /traits/email}
 * @param origin whether it was told as it happened
 */
public record Event(
        MessageId id,
        EventType type,
        String name,
        Instant occurredAt,
        Instant receivedAt,
        String source,
        List<Identifier> identifiers,
        Value.Fields properties,
        Value.Fields traits,
        Value.Fields context,
        Lineages lineage,
        Origin origin) {
    public static final int IDENTIFIERS_MAX = 20;

    public Event {
        identifiers = areInOrder(identifiers)
                ? List.copyOf(identifiers)
                : identifiers.stream().distinct().sorted().toList();
        if (identifiers.isEmpty() || identifiers.size() > IDENTIFIERS_MAX) {
            throw new IllegalArgumentException(
                    "an event has 1 to %d identifiers, was %d".formatted(IDENTIFIERS_MAX, identifiers.size()));
        }
        // A time ahead of its receipt would win every trait for ever and open every window.
        if (occurredAt.isAfter(receivedAt)) occurredAt = receivedAt;
    }

    /** One that was told as it happened, of which all is as it was sent. */
    public Event(
            MessageId id,
            EventType type,
            String name,
            Instant occurredAt,
            Instant receivedAt,
            String source,
            List<Identifier> identifiers,
            Value.Fields properties,
            Value.Fields traits,
            Value.Fields context) {
        this(
                id,
                type,
                name,
                occurredAt,
                receivedAt,
                source,
                identifiers,
                properties,
                traits,
                context,
                Lineages.NONE,
                Origin.LIVE);
    }

    private static boolean areInOrder(List<Identifier> identifiers) {
        for (int i = 1; i < identifiers.size(); i++) {
            if (identifiers.get(i - 1).compareTo(identifiers.get(i)) >= 0) return false;
        }
        return true;
    }

    public Stamp stamp() {
        return new Stamp(occurredAt, id);
    }

    /** The same, told from records. */
    public Event asHistory() {
        return from(Origin.HISTORY);
    }

    /** The same, of use only now. */
    public Event asReplayed() {
        return from(Origin.REPLAYED);
    }

    private Event from(Origin other) {
        return new Event(
                id,
                type,
                name,
                occurredAt,
                receivedAt,
                source,
                identifiers,
                properties,
                traits,
                context,
                lineage,
                other);
    }

    /** Whether something may begin by it. */
    public boolean isLive() {
        return origin == Origin.LIVE;
    }

    /** Whether it is from records: nobody was here. */
    public boolean isHistory() {
        return origin == Origin.HISTORY;
    }

    /** Where the event goes. */
    public Identifier strongest() {
        return identifiers.getFirst();
    }
}
