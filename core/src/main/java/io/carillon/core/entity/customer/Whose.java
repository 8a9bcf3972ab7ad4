package io.carillon.core.entity.customer;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.LinkChange;
import io.carillon.core.identity.Side;
import io.carillon.core.identity.Sides;
import io.carillon.core.journey.RunKey;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Whose each row since a merge is: of the customer who stays, or of those who go. Reads the rows in their order; the same
 * rows give the same answers again.
 *
 * @param leaving who goes, and all whom they absorbed
 * @param runs active ones, each with whose event started it
 * @param last the latest event read
 */
public record Whose(Sides sides, SortedSet<CustomerRef> leaving, SortedMap<RunKey, Side> runs, Optional<Latest> last) {
    /** What a choice says that was made by an event. */
    private static final List<String> BY_EVENT = List.of("event", "category");

    /**
     * An event.
     *
     * @param at when its row was written: what else its step wrote has the same instant
     */
    public record Latest(Instant at, Instant occurredAt, Side side) {
        void write(ByteWriter out) {
            out.instant(at);
            out.instant(occurredAt);
            out.constant(side);
        }

        static Latest read(ByteReader in) {
            return new Latest(in.instant(), in.instant(), in.constant(Side.class));
        }
    }

    /** Whose a row is, and what is known after it. */
    public record Told(Side side, Whose next) {}

    public Whose {
        leaving = Collections.unmodifiableSortedSet(leaving);
        runs = Collections.unmodifiableSortedMap(runs);
    }

    /** At the row of a merge, the first one read. */
    public static Whose before(Root stays) {
        var none = new Whose(Sides.of(stays.links()), new TreeSet<>(), new TreeMap<>(), Optional.empty());
        return none.with(Side.STAYS, stays.customer());
    }

    /**
     * The next row.
     *
     * @param number of it
     */
    public Told on(long number, HistoryEntry entry, Undoing undoing) {
        return switch (entry) {
            case HistoryEntry.Happened(var at, var event, var via) -> {
                Side side = sides.of(via);
                var latest = new Latest(at, event.occurredAt(), side);
                yield new Told(side, new Whose(sides.on(event, via), leaving, runs, Optional.of(latest)));
            }
            case HistoryEntry.Linked(var _, var change) -> new Told(sides.of(change), with(change));
            case HistoryEntry.Absorbed absorbed -> onAbsorbed(number, absorbed, undoing);
            case HistoryEntry.Parted(var _, var _, var _, var identifiers) ->
                new Told(Side.STAYS, new Whose(sides.without(identifiers), leaving, runs, last));
            case HistoryEntry.Chose chose -> told(sideOf(chose));
            case HistoryEntry.Preferred(var _, var _, var of) -> told(sideOf(of));
            case HistoryEntry.RunStarted(var at, var run, var _) -> {
                Side side = last.filter(it -> it.at().equals(at))
                        .map(Latest::side)
                        .orElse(runs.getOrDefault(run, Side.STAYS));
                yield new Told(side, with(run, side));
            }
            case HistoryEntry.RunEnded(var _, var run, var _) -> new Told(sideOf(run), without(run));
            case HistoryEntry.Decided(var decision) ->
                told(sideOf(decision.intent().run()));
            case HistoryEntry.TraitSet(var _, var run, var _, var _) -> told(sideOf(run));
            case HistoryEntry.Called(var _, var asked, var _, var _, var _) -> told(sideOf(asked.run()));
            case HistoryEntry.LimitPassed _,
                    HistoryEntry.Merged _,
                    HistoryEntry.Restored _,
                    HistoryEntry.Moved _,
                    HistoryEntry.Parked _ -> told(Side.STAYS);
        };
    }

    private Told onAbsorbed(long number, HistoryEntry.Absorbed absorbed, Undoing undoing) {
        if (undoing.gone().contains(number)) return told(Side.STAYS);
        Root other = Root.Stored.ROOTS.decode(absorbed.absorbed());
        boolean isUndone = number == undoing.merge();
        Side side = isUndone ? Side.LEAVES : sides.of(absorbed.cause());
        Sides now = isUndone
                ? sides.meet(Root.Stored.ROOTS.decode(absorbed.before()).links().self(), other.links())
                : sides.and(side, other.links());
        var nowLeaving = new TreeSet<>(leaving);
        if (side == Side.LEAVES) {
            nowLeaving.add(other.links().self());
            nowLeaving.addAll(other.links().absorbed());
        }
        return new Told(side, new Whose(now, nowLeaving, runs, last).with(side, other.customer()));
    }

    private Whose with(Side side, Customer customer) {
        var now = new TreeMap<>(runs);
        customer.runs().active().keySet().forEach(run -> now.putIfAbsent(run, side));
        return new Whose(sides, leaving, now, last);
    }

    private Whose with(LinkChange change) {
        return new Whose(sides.on(change), leaving, runs, last);
    }

    private Whose with(RunKey run, Side side) {
        var now = new TreeMap<>(runs);
        now.put(run, side);
        return new Whose(sides, leaving, now, last);
    }

    private Whose without(RunKey run) {
        var now = new TreeMap<>(runs);
        now.remove(run);
        return new Whose(sides, leaving, now, last);
    }

    private Told told(Side side) {
        return new Told(side, this);
    }

    private Side sideOf(RunKey run) {
        return runs.getOrDefault(run, Side.STAYS);
    }

    /** By whom it was said to; by an event when nobody was. */
    private Side sideOf(HistoryEntry.Chose chose) {
        Optional<Latest> event =
                last.filter(it -> it.occurredAt().equals(chose.consent().at()));
        return event.isPresent() && BY_EVENT.contains(chose.consent().by())
                ? event.get().side()
                : sideOf(chose.of());
    }

    private Side sideOf(Optional<CustomerRef> saidTo) {
        return saidTo.isPresent() && leaving.contains(saidTo.get()) ? Side.LEAVES : Side.STAYS;
    }

    public void write(ByteWriter out) {
        sides.write(out);
        out.list(leaving, CustomerRef::write);
        out.map(runs, RunKey::write, (side, to) -> to.constant(side));
        out.optional(last, Latest::write);
    }

    public static Whose read(ByteReader in) {
        return new Whose(
                Sides.read(in),
                new TreeSet<>(in.list(CustomerRef::read)),
                in.sortedMap(RunKey::read, from -> from.constant(Side.class)),
                in.optional(Latest::read));
    }
}
