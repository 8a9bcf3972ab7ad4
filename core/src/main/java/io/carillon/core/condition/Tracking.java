package io.carillon.core.condition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What must be remembered of people's events, compiled from all definitions, so that an event touches only what it can
 * change.
 */
public final class Tracking {
    public static final Tracking NOTHING = of(List.of(), List.of());

    /**
     * One query and how much of it is kept.
     *
     * @param keep how many of the latest occurrences; 1 for a query with a key
     */
    public record Tracked(EventQuery query, int keep) {}

    private final SortedMap<QueryId, Tracked> byQuery;
    private final Map<String, List<Tracked>> byEvent;

    private Tracking(SortedMap<QueryId, Tracked> byQuery) {
        this.byQuery = Collections.unmodifiableSortedMap(byQuery);
        var events = new TreeMap<String, List<Tracked>>();
        for (Tracked tracked : byQuery.values()) {
            events.computeIfAbsent(tracked.query().event(), _ -> new ArrayList<>())
                    .add(tracked);
        }
        events.replaceAll((_, list) -> List.copyOf(list));
        byEvent = Collections.unmodifiableMap(events);
    }

    /**
     * Compiles what definitions ask.
     *
     * @param conditions whose events are counted
     * @param latest queries of which the latest occurrence matters, such as exits
     */
    public static Tracking of(List<Condition> conditions, List<EventQuery> latest) {
        var tracked = new TreeMap<QueryId, Tracked>();
        for (Condition condition : conditions) add(condition, tracked);
        for (EventQuery query : latest) add(query, 1, tracked);
        return new Tracking(tracked);
    }

    /** The queries that an event of this name may match, in a fixed order. */
    public List<Tracked> of(String event) {
        return byEvent.getOrDefault(event, List.of());
    }

    /** How many occurrences are kept, or nothing when no definition asks. */
    public OptionalInt keep(QueryId query) {
        Tracked tracked = byQuery.get(query);
        return tracked == null ? OptionalInt.empty() : OptionalInt.of(tracked.keep());
    }

    /** Every query, in a fixed order. */
    public List<Tracked> all() {
        return List.copyOf(byQuery.values());
    }

    private static void add(Condition condition, SortedMap<QueryId, Tracked> into) {
        switch (condition) {
            case Condition.All(var parts) -> parts.forEach(part -> add(part, into));
            case Condition.Any(var parts) -> parts.forEach(part -> add(part, into));
            case Condition.Not(var part) -> add(part, into);
            case Condition.TraitIs _ -> {}
            case Condition.EventCount(var query, var count, var _) -> add(query, count.keep(), into);
        }
    }

    private static void add(EventQuery query, int keep, SortedMap<QueryId, Tracked> into) {
        into.merge(query.id(), new Tracked(query, keep), (one, other) -> one.keep() >= other.keep() ? one : other);
    }
}
