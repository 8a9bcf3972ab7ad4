package io.carillon.core.condition;

import io.carillon.core.event.Event;
import io.carillon.core.event.Stamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person did, as far as a definition asks: of each query the latest occurrences, and of a query with a key the
 * latest occurrence of each key. An occurrence is the (time, id) of an event, so one that is heard of twice counts once.
 * Immutable; whatever the order of events and merges, equal histories give equal behaviour.
 */
public final class Behaviour {
    /** Occurrences kept of one query. */
    public static final int KEPT_MAX = 1_000;

    /** Keys kept of one query: those that occurred last. */
    public static final int KEYS_MAX = 100;

    public static final Behaviour NONE = new Behaviour(Collections.emptySortedMap(), Collections.emptySortedMap());

    /** Latest first, without repeats, never empty. */
    private final SortedMap<QueryId, List<Stamp>> counted;

    private final SortedMap<QueryId, SortedMap<String, Stamp>> keyed;

    Behaviour(SortedMap<QueryId, List<Stamp>> counted, SortedMap<QueryId, SortedMap<String, Stamp>> keyed) {
        this.counted = Collections.unmodifiableSortedMap(counted);
        this.keyed = Collections.unmodifiableSortedMap(keyed);
    }

    SortedMap<QueryId, List<Stamp>> counted() {
        return counted;
    }

    SortedMap<QueryId, SortedMap<String, Stamp>> keyed() {
        return keyed;
    }

    public boolean isEmpty() {
        return counted.isEmpty() && keyed.isEmpty();
    }

    /** Latest first; at most as many as a definition asks for. */
    public List<Stamp> occurrences(QueryId query) {
        return counted.getOrDefault(query, List.of());
    }

    /** The latest occurrence with a key; of a query without one the key is empty. */
    public Optional<Stamp> latest(EventQuery query, String key) {
        if (query.keyProperty().isEmpty()) {
            List<Stamp> occurrences = occurrences(query.id());
            return occurrences.isEmpty() ? Optional.empty() : Optional.of(occurrences.getFirst());
        }
        SortedMap<String, Stamp> keys = keyed.get(query.id());
        return keys == null ? Optional.empty() : Optional.ofNullable(keys.get(key));
    }

    /** With one more event; itself when no definition asks for it or it was heard of before. */
    public Behaviour observe(Event event, Tracking tracking) {
        Behaviour result = this;
        for (Tracking.Tracked tracked : tracking.of(event.name())) {
            EventQuery query = tracked.query();
            if (!query.matches(event)) continue;
            result = query.keyProperty().isPresent()
                    ? result.withKeyed(query.id(), query.keyOf(event), event.stamp())
                    : result.withCounted(query.id(), event.stamp(), tracked.keep());
        }
        return result;
    }

    /** Commutative, associative, idempotent. Bounded; {@link #trimmedTo} brings it down to what is asked for. */
    public static Behaviour merge(Behaviour one, Behaviour other) {
        if (one.isEmpty()) return other;
        if (other.isEmpty()) return one;
        var counted = new TreeMap<>(one.counted);
        other.counted.forEach((id, stamps) -> counted.merge(id, stamps, Behaviour::union));
        var keyed = new TreeMap<>(one.keyed);
        other.keyed.forEach((id, keys) -> keyed.merge(id, keys, Behaviour::unionOfKeys));
        return new Behaviour(counted, keyed);
    }

    /** Without what no definition asks for any more. */
    public Behaviour trimmedTo(Tracking tracking) {
        var fewer = new TreeMap<QueryId, List<Stamp>>();
        counted.forEach((id, stamps) -> {
            OptionalInt keep = tracking.keep(id);
            if (keep.isPresent()) fewer.put(id, latest(stamps, keep.getAsInt()));
        });
        var fewerKeyed = new TreeMap<QueryId, SortedMap<String, Stamp>>();
        keyed.forEach((id, keys) -> {
            if (tracking.keep(id).isPresent()) fewerKeyed.put(id, keys);
        });
        var trimmed = new Behaviour(fewer, fewerKeyed);
        return trimmed.equals(this) ? this : trimmed;
    }

    private Behaviour withCounted(QueryId id, Stamp stamp, int keep) {
        List<Stamp> before = occurrences(id);
        int place = Collections.binarySearch(before, stamp, Comparator.reverseOrder());
        if (place >= 0 || -place - 1 >= keep) return this;
        var stamps = new ArrayList<>(before);
        stamps.add(-place - 1, stamp);
        var copy = new TreeMap<>(counted);
        copy.put(id, latest(stamps, keep));
        return new Behaviour(copy, keyed);
    }

    private Behaviour withKeyed(QueryId id, String key, Stamp stamp) {
        SortedMap<String, Stamp> before = keyed.getOrDefault(id, Collections.emptySortedMap());
        Stamp known = before.get(key);
        if (known != null && !stamp.isAfter(known)) return this;
        var keys = new TreeMap<>(before);
        keys.put(key, stamp);
        var copy = new TreeMap<>(keyed);
        copy.put(id, latestKeys(keys));
        return new Behaviour(counted, copy);
    }

    private static List<Stamp> union(List<Stamp> one, List<Stamp> other) {
        var all = new ArrayList<Stamp>(one.size() + other.size());
        all.addAll(one);
        all.addAll(other);
        return all.stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .limit(KEPT_MAX)
                .toList();
    }

    private static SortedMap<String, Stamp> unionOfKeys(SortedMap<String, Stamp> one, SortedMap<String, Stamp> other) {
        var all = new TreeMap<>(one);
        other.forEach((key, stamp) -> all.merge(key, stamp, Stamp::max));
        return latestKeys(all);
    }

    private static List<Stamp> latest(List<Stamp> stamps, int keep) {
        return List.copyOf(stamps.size() <= keep ? stamps : stamps.subList(0, keep));
    }

    private static SortedMap<String, Stamp> latestKeys(SortedMap<String, Stamp> keys) {
        if (keys.size() <= KEYS_MAX) return Collections.unmodifiableSortedMap(keys);
        var kept = new TreeMap<String, Stamp>();
        keys.entrySet().stream()
                .sorted(Map.Entry.<String, Stamp>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(KEYS_MAX)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableSortedMap(kept);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Behaviour that && counted.equals(that.counted) && keyed.equals(that.keyed);
    }

    @Override
    public int hashCode() {
        return 31 * counted.hashCode() + keyed.hashCode();
    }

    @Override
    public String toString() {
        return "Behaviour" + counted + keyed;
    }
}
