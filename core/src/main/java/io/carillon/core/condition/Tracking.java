package io.carillon.core.condition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What must be remembered of people's occurrences, compiled from all definitions, so that an event touches only what it
 * can change.
 */
public final class Tracking {
    /** Occurrences of one kind that are kept exactly, of a person; fewer where very many kinds are asked for. */
    public static final int SAMPLES_MAX = 1_000;

    /** Samples kept of a person over all kinds: so much fits into their state. */
    static final int SAMPLES_OF_ALL_MAX = 60_000;

    public static final Tracking NOTHING = of(List.of(), List.of());

    /** How much is kept: so many of the latest, and what becomes of those before. */
    record Kept(int samples, Series.Overflow overflow) {}

    /** What is kept of the occurrences that match a query. */
    record Tracked(SeriesId id, EventQuery query, Tally.Kind kind, String property, Kept kept) {}

    /** A name whose occurrences are tracked. */
    private record Name(Occurrence.Kind kind, String name) {}

    private final SortedMap<SeriesId, Tracked> series;
    private final SortedMap<QueryId, EventQuery> keyed;
    private final Map<Name, List<Tracked>> seriesOf = new LinkedHashMap<>();
    private final Map<Name, List<EventQuery>> keyedOf = new LinkedHashMap<>();
    private final String version;

    private Tracking(SortedMap<SeriesId, Tracked> series, SortedMap<QueryId, EventQuery> keyed) {
        this.series = Collections.unmodifiableSortedMap(bounded(series));
        this.keyed = Collections.unmodifiableSortedMap(keyed);
        var text = new StringBuilder();
        for (Tracked tracked : this.series.values()) {
            seriesOf.computeIfAbsent(nameOf(tracked.query()), _ -> new ArrayList<>())
                    .add(tracked);
            text.append(tracked.id().text()).append(tracked.kept().samples()).append('\n');
        }
        for (EventQuery query : this.keyed.values()) {
            keyedOf.computeIfAbsent(nameOf(query), _ -> new ArrayList<>()).add(query);
            text.append(query.id().text()).append('\n');
        }
        version = Canonical.hash(text.toString());
    }

    /**
     * Compiles what definitions ask.
     *
     * @param conditions whose occurrences are counted
     * @param latest queries of which the latest occurrence matters, such as exits
     */
    public static Tracking of(List<Condition> conditions, List<EventQuery> latest) {
        var series = new TreeMap<SeriesId, Tracked>();
        var keyed = new TreeMap<QueryId, EventQuery>();
        for (Condition condition : conditions) add(condition, series);
        for (EventQuery query : latest) {
            if (query.keyProperty().isPresent()) keyed.put(query.id(), query);
            else add(lastOf(query), series);
        }
        return new Tracking(series, keyed);
    }

    /** Equal when equal things are kept: what was kept under another version is not what this one asks for. */
    public String version() {
        return version;
    }

    /** Whether any condition asks for occurrences of this name. */
    public boolean hears(Occurrence.Kind kind, String name) {
        var asked = new Name(kind, name);
        return seriesOf.containsKey(asked) || keyedOf.containsKey(asked);
    }

    /** What an occurrence may change, in a fixed order. */
    List<Tracked> seriesOf(Occurrence occurrence) {
        return seriesOf.getOrDefault(new Name(occurrence.kind(), occurrence.name()), List.of());
    }

    List<EventQuery> keyedOf(Occurrence occurrence) {
        return keyedOf.getOrDefault(new Name(occurrence.kind(), occurrence.name()), List.of());
    }

    Optional<Kept> kept(SeriesId id) {
        return Optional.ofNullable(series.get(id)).map(Tracked::kept);
    }

    boolean hasKeyed(QueryId id) {
        return keyed.containsKey(id);
    }

    /** How the series is called that answers a measure. */
    static SeriesId seriesOf(Condition.Measured measured) {
        return tracked(measured).id();
    }

    /** How the series is called that says when a query last matched. */
    static SeriesId seriesOf(EventQuery query) {
        return idOf(query, Tally.Kind.COUNT, "", Series.Overflow.FORGET);
    }

    private static void add(Condition condition, SortedMap<SeriesId, Tracked> into) {
        switch (condition) {
            case Condition.All(var parts) -> parts.forEach(part -> add(part, into));
            case Condition.Any(var parts) -> parts.forEach(part -> add(part, into));
            case Condition.Not(var part) -> add(part, into);
            case Condition.Named(var _, var _, var inner) -> add(inner, into);
            case Condition.Measured measured -> add(tracked(measured), into);
            case Condition.Sequence(var steps, var _) ->
                steps.forEach(step -> {
                    add(allOf(step.query()), into);
                    step.without().forEach(query -> add(allOf(query), into));
                });
            case Condition.TraitIs _,
                    Condition.TraitDate _,
                    Condition.Subscription _,
                    Condition.Reachable _,
                    Condition.OnJourney _,
                    Condition.Bucket _ -> {}
        }
    }

    private static void add(Tracked tracked, SortedMap<SeriesId, Tracked> into) {
        into.merge(
                tracked.id(),
                tracked,
                (one, other) -> one.kept().samples() >= other.kept().samples() ? one : other);
    }

    /** How many are kept of what a measure counts, when it is no more than its test needs. */
    static Optional<Integer> keptFor(Condition.Measured measured) {
        Kept kept = kept(measured);
        return kept.overflow() == Series.Overflow.FORGET ? Optional.of(kept.samples()) : Optional.empty();
    }

    /** Whether all that another asks for is kept as well. */
    public boolean covers(Tracking other) {
        for (Tracked tracked : other.series.values()) {
            Optional<Kept> own = kept(tracked.id());
            if (own.isEmpty() || own.get().samples() < tracked.kept().samples()) return false;
        }
        return keyed.keySet().containsAll(other.keyed.keySet());
    }

    /** Whether nothing is asked for. */
    public boolean isNothing() {
        return series.isEmpty() && keyed.isEmpty();
    }

    private static Tracked lastOf(EventQuery query) {
        return tracked(query, Tally.Kind.COUNT, "", new Kept(1, Series.Overflow.FORGET));
    }

    private static Tracked allOf(EventQuery query) {
        return tracked(query, Tally.Kind.COUNT, "", new Kept(SAMPLES_MAX, Series.Overflow.FORGET));
    }

    private static Tracked tracked(Condition.Measured measured) {
        Measure measure = measured.measure();
        return tracked(measured.query(), measure.aggregate().tally(), measure.property(), kept(measured));
    }

    /** The least from which the measure's test can be answered at any instant. */
    private static Kept kept(Condition.Measured measured) {
        Measure.Aggregate aggregate = measured.measure().aggregate();
        boolean countsOccurrences = aggregate == Measure.Aggregate.COUNT
                && measured.query().asked().each().isEmpty();
        if (countsOccurrences && measured.window().includesNow()) {
            Optional<Integer> enough = CountBound.of(measured.test()).filter(bound -> bound <= SAMPLES_MAX);
            if (enough.isPresent()) return new Kept(Math.max(1, enough.get()), Series.Overflow.FORGET);
        }
        if (measured.window() instanceof Window.Ever && !aggregate.isOfOrder()) {
            return new Kept(0, Series.Overflow.ALTOGETHER);
        }
        return new Kept(SAMPLES_MAX, Series.Overflow.BY_HOUR);
    }

    private static Tracked tracked(EventQuery query, Tally.Kind kind, String property, Kept kept) {
        return new Tracked(idOf(query, kind, property, kept.overflow()), query, kind, property, kept);
    }

    private static SeriesId idOf(EventQuery query, Tally.Kind kind, String property, Series.Overflow overflow) {
        return new SeriesId(
                kind + " " + overflow + " " + property + " " + query.id().text());
    }

    /** Where there are very many kinds, fewer of each are exact: a person's state has a limit. */
    private static SortedMap<SeriesId, Tracked> bounded(SortedMap<SeriesId, Tracked> series) {
        long large = series.values().stream()
                .filter(tracked -> tracked.kept().samples() == SAMPLES_MAX)
                .count();
        if (large * SAMPLES_MAX <= SAMPLES_OF_ALL_MAX) return series;
        int samples = Math.toIntExact(SAMPLES_OF_ALL_MAX / large);
        var fewer = new TreeMap<>(series);
        fewer.replaceAll((_, tracked) -> tracked.kept().samples() < SAMPLES_MAX
                ? tracked
                : new Tracked(
                        tracked.id(),
                        tracked.query(),
                        tracked.kind(),
                        tracked.property(),
                        new Kept(samples, tracked.kept().overflow())));
        return fewer;
    }

    private static Name nameOf(EventQuery query) {
        return new Name(query.asked().kind(), query.asked().name());
    }
}
