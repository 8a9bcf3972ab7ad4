package io.carillon.core.decision;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.message.DispatchId;
import io.carillon.core.person.Channel;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A person's messages.
 *
 * @param made how many were ever decided on here: the next id is drawn from it
 * @param byId those under way, and the latest of the others, at most {@value #KEPT_MAX}
 * @param sends those that left, for longer: caps count them
 */
public record Dispatches(long made, SortedMap<DispatchId, Dispatch> byId, Sends sends) {
    public static final Dispatches NONE = new Dispatches(0, new TreeMap<>(), Sends.NONE);
    public static final int KEPT_MAX = 200;

    public Dispatches {
        byId = Collections.unmodifiableSortedMap(byId);
    }

    /** With what is known to have left of these. */
    public static Dispatches of(long made, SortedMap<DispatchId, Dispatch> byId) {
        Sends sends = Sends.NONE;
        for (Dispatch dispatch : byId.values()) sends = noted(sends, dispatch);
        return new Dispatches(made, byId, sends);
    }

    public Optional<Dispatch> get(DispatchId id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Dispatches with(Dispatch dispatch) {
        var now = new TreeMap<>(byId);
        boolean isNew = now.put(dispatch.id(), dispatch) == null;
        return new Dispatches(isNew ? made + 1 : made, bounded(now), noted(sends, dispatch));
    }

    private static Sends noted(Sends sends, Dispatch dispatch) {
        return switch (dispatch.status()) {
            case SENT, UNCERTAIN -> sends.with(Send.of(dispatch));
            case QUEUED, CLAIMED, REJECTED, WITHHELD, LAPSED, DEAD -> sends;
        };
    }

    /** One more was decided on of which there is no message: its id is not drawn again. */
    public Dispatches counted() {
        return new Dispatches(made + 1, byId, sends);
    }

    /** Whether another message of this intent has left, or may have, since the run began. */
    public boolean hasSaid(IntentKey intent, Instant runStarted, DispatchId except) {
        return byId.values().stream()
                .anyMatch(dispatch -> !dispatch.id().equals(except)
                        && dispatch.intent().equals(intent)
                        && dispatch.status().mayHaveLeft()
                        && isSince(runStarted, dispatch));
    }

    /** The channels on which a run has tried to say something. */
    public List<Channel> tried(IntentKey intent, Instant runStarted) {
        return byId.values().stream()
                .filter(dispatch -> dispatch.intent().equals(intent)
                        && dispatch.runStarted().equals(runStarted))
                .map(Dispatch::channel)
                .distinct()
                .toList();
    }

    /** What an earlier run decided at the very instant at which a run began was not said in it. */
    private static boolean isSince(Instant runStarted, Dispatch dispatch) {
        return dispatch.decidedAt().isAfter(runStarted) || dispatch.runStarted().equals(runStarted);
    }

    /**
     * How many messages a cap counts at an instant: those that left within its window, or may have, and those that a
     * worker has right now.
     */
    public int counted(FrequencyCap cap, Instant at, DispatchId except) {
        var counted = new TreeSet<DispatchId>();
        sends.coveredBy(cap, at).forEach(counted::add);
        for (Dispatch dispatch : byId.values()) {
            if (dispatch.status() == DispatchStatus.CLAIMED && cap.covers(dispatch)) counted.add(dispatch.id());
        }
        counted.remove(except);
        return counted.size();
    }

    public Stream<Dispatch> underWay() {
        return byId.values().stream().filter(dispatch -> !dispatch.status().isFinal());
    }

    public Dispatches merge(Dispatches other) {
        var union = new TreeMap<>(byId);
        other.byId.forEach((id, dispatch) -> union.merge(id, dispatch, Dispatch::further));
        return new Dispatches(Math.max(made, other.made), bounded(union), sends.merge(other.sends));
    }

    /** Without messages that nobody has yet and that are somebody else's. */
    public Dispatches without(Predicate<Dispatch> theirs) {
        var rest = new TreeMap<>(byId);
        rest.values().removeIf(dispatch -> dispatch.status() == DispatchStatus.QUEUED && theirs.test(dispatch));
        return new Dispatches(made, rest, sends);
    }

    /**
     * Of somebody who goes: what was said counts for them too, also what a worker has right now, whose outcome is told to
     * whoever stays; of what waits, only theirs.
     */
    public Dispatches leaving(Predicate<Dispatch> theirs) {
        var some = new TreeMap<DispatchId, Dispatch>();
        Sends said = sends;
        for (Dispatch dispatch : byId.values()) {
            if (dispatch.status() == DispatchStatus.CLAIMED) said = said.with(Send.of(dispatch));
            else if (dispatch.status().isFinal() || theirs.test(dispatch)) some.put(dispatch.id(), dispatch);
        }
        return new Dispatches(made, some, said);
    }

    private static SortedMap<DispatchId, Dispatch> bounded(TreeMap<DispatchId, Dispatch> all) {
        int surplus = all.size() - KEPT_MAX;
        if (surplus <= 0) return all;
        var oldest = all.values().stream()
                .filter(dispatch -> dispatch.status().isFinal())
                .sorted(Comparator.comparing(Dispatch::changedAt).thenComparing(Dispatch::id))
                .limit(surplus)
                .map(Dispatch::id)
                .toList();
        oldest.forEach(all::remove);
        return all;
    }

    public void write(ByteWriter out) {
        out.count(made);
        out.list(byId.values(), Dispatch::write);
        sends.write(out);
    }

    public static Dispatches read(ByteReader in) {
        Dispatches first = readFirst(in);
        return new Dispatches(first.made, first.byId, Sends.read(in));
    }

    /** Before what left was kept apart. */
    public static Dispatches readFirst(ByteReader in) {
        long made = in.count();
        var byId = new TreeMap<DispatchId, Dispatch>();
        for (Dispatch dispatch : in.list(Dispatch::read)) byId.put(dispatch.id(), dispatch);
        return of(made, byId);
    }
}
