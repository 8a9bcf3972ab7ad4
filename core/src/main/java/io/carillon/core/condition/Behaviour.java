package io.carillon.core.condition;

import io.carillon.core.event.Event;
import io.carillon.core.event.Stamp;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person did and what we did to them, as far as a definition asks: a {@link Series} for each kind, and of a query
 * with a key the latest occurrence of each key. Immutable; whatever the order of occurrences and merges, equal histories
 * give equal behaviour. Of two that are merged no occurrence may be in both, but among the latest of a series.
 */
public final class Behaviour {
    /** Keys kept of one query: those that occurred last. */
    public static final int KEYS_MAX = 100;

    /** Of somebody of whom nothing is known yet. */
    public static final Behaviour NONE = new Behaviour("", Collections.emptySortedMap(), Collections.emptySortedMap());

    private final String completeFor;

    /** None is empty. */
    private final SortedMap<SeriesId, Series> series;

    private final SortedMap<QueryId, SortedMap<String, Stamp>> keyed;
    private final Optional<Counting> counting;

    Behaviour(
            String completeFor,
            SortedMap<SeriesId, Series> series,
            SortedMap<QueryId, SortedMap<String, Stamp>> keyed) {
        this(completeFor, series, keyed, Optional.empty());
    }

    Behaviour(
            String completeFor,
            SortedMap<SeriesId, Series> series,
            SortedMap<QueryId, SortedMap<String, Stamp>> keyed,
            Optional<Counting> counting) {
        this.completeFor = completeFor;
        this.series = Collections.unmodifiableSortedMap(series);
        this.keyed = Collections.unmodifiableSortedMap(keyed);
        this.counting = counting;
    }

    SortedMap<SeriesId, Series> series() {
        return series;
    }

    SortedMap<QueryId, SortedMap<String, Stamp>> keyed() {
        return keyed;
    }

    public boolean isEmpty() {
        return series.isEmpty() && keyed.isEmpty();
    }

    /** The {@link Tracking#version} for which this holds all that ever happened; empty for none. */
    public String completeFor() {
        return completeFor;
    }

    /** Says that nothing is missing of what a version asks for. */
    public Behaviour completeFor(Tracking tracking) {
        return new Behaviour(tracking.version(), series, keyed);
    }

    /** Says that something may be missing: what it holds is the best that is known until all is counted again. */
    public Behaviour incomplete() {
        return new Behaviour("", series, keyed);
    }

    /** The count under way that will take the place of this. */
    public Optional<Counting> counting() {
        return counting;
    }

    /** As known so far, while everything is counted again. */
    public Behaviour during(Counting count) {
        return new Behaviour("", series, keyed, Optional.of(count));
    }

    public boolean isCompleteFor(Tracking tracking) {
        return completeFor.equals(tracking.version());
    }

    Series series(SeriesId id) {
        return series.getOrDefault(id, Series.EMPTY);
    }

    /** When a query last matched, with a key; of a query without one the key is empty. */
    public Optional<Instant> latest(EventQuery query, String key) {
        if (query.keyProperty().isEmpty()) {
            List<Sample> latest = series(Tracking.seriesOf(query)).latest();
            return latest.isEmpty()
                    ? Optional.empty()
                    : Optional.of(latest.getFirst().at());
        }
        SortedMap<String, Stamp> keys = keyed.get(query.id());
        return keys == null
                ? Optional.empty()
                : Optional.ofNullable(keys.get(key)).map(Stamp::at);
    }

    public Behaviour observe(Event event, Tracking tracking) {
        return observe(Occurrence.of(event), tracking);
    }

    /** With one more occurrence, which a count under way counts too; itself when no definition asks for it. */
    public Behaviour observe(Occurrence occurrence, Tracking tracking) {
        return observe(List.of(occurrence), tracking);
    }

    /** With more occurrences, in any order. */
    public Behaviour observe(List<Occurrence> occurrences, Tracking tracking) {
        var observing = new Observing(this, tracking);
        occurrences.forEach(observing::add);
        Behaviour observed = observing.result();
        return counting.map(count -> observed.during(count.observe(occurrences, tracking)))
                .orElse(observed);
    }

    /**
     * Everything of both that is asked for: commutative and associative. Complete when both are; what one of them does
     * not know of has to be counted again from the histories, and so has what either was counting.
     */
    public static Behaviour merge(Behaviour one, Behaviour other, Tracking tracking) {
        var series = new TreeMap<SeriesId, Series>();
        for (Behaviour half : List.of(one, other)) {
            half.series.forEach((id, more) -> tracking.kept(id)
                    .ifPresent(how -> series.merge(
                            id,
                            Series.merge(more, Series.EMPTY, how),
                            (left, right) -> Series.merge(left, right, how))));
        }
        var keyed = new TreeMap<>(one.keyed);
        other.keyed.forEach((id, keys) -> keyed.merge(id, keys, Behaviour::unionOfKeys));
        keyed.keySet().removeIf(id -> !tracking.hasKeyed(id));
        String completeFor = one.completeFor.equals(other.completeFor) ? one.completeFor : "";
        return new Behaviour(completeFor, series, keyed);
    }

    /**
     * With what was counted again, from histories of which the beginning may be gone: nothing that is known is lost by that.
     * Where they are whole, it is what was counted.
     */
    public Behaviour countedAgain(Behaviour again, Tracking tracking) {
        var all = new TreeMap<>(again.series);
        series.forEach((id, known) -> tracking.kept(id)
                .ifPresent(how -> all.merge(
                        id,
                        Series.merge(known, Series.EMPTY, how),
                        (counted, own) -> Series.known(own, counted, how))));
        var keys = new TreeMap<>(again.keyed);
        keyed.forEach((id, known) -> {
            if (tracking.hasKeyed(id)) keys.merge(id, known, Behaviour::unionOfKeys);
        });
        return new Behaviour(tracking.version(), all, keys);
    }

    private static SortedMap<String, Stamp> unionOfKeys(SortedMap<String, Stamp> one, SortedMap<String, Stamp> other) {
        var all = new TreeMap<>(one);
        other.forEach((key, stamp) -> all.merge(key, stamp, Stamp::max));
        return latestKeys(all);
    }

    static SortedMap<String, Stamp> latestKeys(SortedMap<String, Stamp> keys) {
        if (keys.size() <= KEYS_MAX) return Collections.unmodifiableSortedMap(keys);
        var kept = new TreeMap<String, Stamp>();
        keys.entrySet().stream()
                .sorted(Map.Entry.<String, Stamp>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(KEYS_MAX)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableSortedMap(kept);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Behaviour that
                && completeFor.equals(that.completeFor)
                && series.equals(that.series)
                && keyed.equals(that.keyed)
                && counting.equals(that.counting);
    }

    @Override
    public int hashCode() {
        return 31 * series.hashCode() + keyed.hashCode();
    }

    @Override
    public String toString() {
        return "Behaviour" + series + keyed + counting.map(Object::toString).orElse("");
    }
}
