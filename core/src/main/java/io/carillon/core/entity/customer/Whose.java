package io.carillon.core.entity.customer;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.LinkChange;
import io.carillon.core.identity.Sides;
import io.carillon.core.journey.RunKey;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whose each row since a merge is: of the customer who stays, or of one of those who go. Reads the rows in their order; the same
 * rows give the same answers again.
 *
 * @param leaving who goes, and all whom they absorbed, each with the one who goes
 * @param runs active ones, each with whose event started it
 * @param last the latest event read
 */
public record Whose(
        Sides sides,
        SortedMap<CustomerRef, CustomerRef> leaving,
        SortedMap<RunKey, CustomerRef> runs,
        Optional<Latest> last) {
    /** What a choice says that was made by an event. */
    private static final List<String> BY_EVENT = List.of("event", "category");

    /**
     * An event.
     *
     * @param at when its row was written: what else its step wrote has the same instant
     */
    public record Latest(Instant at, Instant occurredAt, CustomerRef whose) {
        void write(ByteWriter out) {
            out.instant(at);
            out.instant(occurredAt);
            whose.write(out);
        }

        static Latest read(ByteReader in) {
            return new Latest(in.instant(), in.instant(), CustomerRef.read(in));
        }
    }

    /** Whose a row is, and what is known after it. */
    public record Told(CustomerRef whose, Whose next) {}

    public Whose {
        leaving = Collections.unmodifiableSortedMap(leaving);
        runs = Collections.unmodifiableSortedMap(runs);
    }

    /** At the row of a merge, the first one read. */
    public static Whose before(Root stays) {
        var none = new Whose(Sides.of(stays.links()), new TreeMap<>(), new TreeMap<>(), Optional.empty());
        return none.with(stays.links().self(), stays.customer());
    }

    /**
     * The next row.
     *
     * @param number of it
     */
    public Told on(long number, HistoryEntry entry, Undoing undoing) {
        return switch (entry) {
            case HistoryEntry.Happened(var at, var event, var via) -> {
                CustomerRef whose = sides.of(via);
                var latest = new Latest(at, event.occurredAt(), whose);
                yield new Told(whose, new Whose(sides.on(event, via), leaving, runs, Optional.of(latest)));
            }
            case HistoryEntry.Linked(var _, var change) -> new Told(sides.of(change), with(change));
            case HistoryEntry.Absorbed absorbed -> onAbsorbed(number, absorbed, undoing);
            case HistoryEntry.Parted(var _, var _, var _, var identifiers) ->
                new Told(sides.stays(), new Whose(sides.without(identifiers), leaving, runs, last));
            case HistoryEntry.Chose chose -> told(of(chose));
            case HistoryEntry.Preferred(var _, var _, var of) -> told(of(of));
            case HistoryEntry.RunStarted(var at, var run, var _) -> {
                CustomerRef whose = last.filter(it -> it.at().equals(at))
                        .map(Latest::whose)
                        .orElse(runs.getOrDefault(run, sides.stays()));
                yield new Told(whose, with(run, whose));
            }
            case HistoryEntry.RunEnded(var _, var run, var _) -> new Told(of(run), without(run));
            case HistoryEntry.Decided(var decision) -> told(of(decision.intent().run()));
            case HistoryEntry.TraitSet(var _, var run, var _, var _) -> told(of(run));
            case HistoryEntry.Called(var _, var asked, var _, var _, var _) -> told(of(asked.run()));
            case HistoryEntry.LimitPassed _,
                    HistoryEntry.Merged _,
                    HistoryEntry.Restored _,
                    HistoryEntry.Moved _,
                    HistoryEntry.Parked _ -> told(sides.stays());
        };
    }

    private Told onAbsorbed(long number, HistoryEntry.Absorbed absorbed, Undoing undoing) {
        if (undoing.gone().contains(number)) return told(sides.stays());
        Root other = Root.Stored.ROOTS.decode(absorbed.absorbed());
        CustomerRef self = other.links().self();
        boolean leaves = number == undoing.merge() || sides.leaves(sides.of(absorbed.cause()));
        CustomerRef whose = leaves ? self : sides.stays();
        var nowLeaving = new TreeMap<>(leaving);
        if (leaves) {
            nowLeaving.put(self, self);
            other.links().absorbed().forEach(member -> nowLeaving.put(member, self));
        }
        var with = new Whose(sides.and(whose, other.links()), nowLeaving, runs, last);
        return new Told(whose, with.with(whose, other.customer()));
    }

    private Whose with(CustomerRef whose, Customer customer) {
        var now = new TreeMap<>(runs);
        customer.runs().active().keySet().forEach(run -> now.putIfAbsent(run, whose));
        return new Whose(sides, leaving, now, last);
    }

    private Whose with(LinkChange change) {
        return new Whose(sides.on(change), leaving, runs, last);
    }

    private Whose with(RunKey run, CustomerRef whose) {
        var now = new TreeMap<>(runs);
        now.put(run, whose);
        return new Whose(sides, leaving, now, last);
    }

    private Whose without(RunKey run) {
        var now = new TreeMap<>(runs);
        now.remove(run);
        return new Whose(sides, leaving, now, last);
    }

    private Told told(CustomerRef whose) {
        return new Told(whose, this);
    }

    private CustomerRef of(RunKey run) {
        return runs.getOrDefault(run, sides.stays());
    }

    /** By whom it was said to; by an event when nobody was. */
    private CustomerRef of(HistoryEntry.Chose chose) {
        Optional<Latest> event =
                last.filter(it -> it.occurredAt().equals(chose.consent().at()));
        return event.isPresent() && BY_EVENT.contains(chose.consent().by())
                ? event.get().whose()
                : of(chose.of());
    }

    private CustomerRef of(Optional<CustomerRef> saidTo) {
        return saidTo.isEmpty() ? sides.stays() : leaving.getOrDefault(saidTo.get(), sides.stays());
    }

    public void write(ByteWriter out) {
        sides.write(out);
        out.map(leaving, CustomerRef::write, CustomerRef::write);
        out.map(runs, RunKey::write, CustomerRef::write);
        out.optional(last, Latest::write);
    }

    public static Whose read(ByteReader in) {
        return new Whose(
                Sides.read(in),
                in.sortedMap(CustomerRef::read, CustomerRef::read),
                in.sortedMap(RunKey::read, CustomerRef::read),
                in.optional(Latest::read));
    }
}
