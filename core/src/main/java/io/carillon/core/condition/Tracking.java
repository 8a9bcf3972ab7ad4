package io.carillon.core.condition;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What must be remembered of people's occurrences, compiled from all definitions, so that an event touches only what it
 * can change.
 */
public final class Tracking {
    /** Occurrences of one kind that are kept exactly, of a person; fewer where very many kinds are asked for. */
    public static final int SAMPLES_MAX = 1_000;

    /** A test of a count that no more occurrences than this decide keeps just these, however many kinds are asked for. */
    private static final int COUNT_MAX = 60;

    /** Of what is counted over all time, an event that comes again after days is known by its id among so many. */
    private static final int KNOWN_AGAIN = 50;

    public static final Tracking NOTHING = of(List.of(), List.of());

    /**
     * How much is kept of a person.
     *
     * @param samples occurrences of one kind that are kept exactly
     * @param hours room of one kind for what is kept by hour, see {@link Series}
     * @param values of one kind that are told apart over all time, at most {@link Tally#VALUES_MAX}
     * @param bytes about as many are taken at most by each of the three, of all kinds together: where very many kinds are
     *     asked for, each has its share
     */
    public record Bounds(int samples, int hours, int values, int bytes) {
        public static final Bounds USUAL = new Bounds(SAMPLES_MAX, 2_000, Tally.VALUES_MAX, 700_000);
    }

    /**
     * How much is kept.
     *
     * @param samples the latest
     * @param overflow what becomes of those before
     * @param room for that: hours, or values
     */
    record Kept(int samples, Series.Overflow overflow, int room) {}

    /**
     * What is kept of the occurrences that match a query.
     *
     * @param needed of the latest, without which a test could not be answered
     */
    record Tracked(SeriesId id, EventQuery query, Tally.Kind kind, String property, Kept kept, int needed) {
        private Tracked with(Kept other) {
            return new Tracked(id, query, kind, property, other, needed);
        }

        private Tracked and(Tracked other) {
            return new Tracked(
                    id,
                    query,
                    kind,
                    property,
                    kept.samples() >= other.kept.samples() ? kept : other.kept,
                    Math.max(needed, other.needed));
        }
    }

    /** A name whose occurrences are tracked. */
    private record Name(Occurrence.Kind kind, String name) {}

    private final SortedMap<SeriesId, Tracked> series;
    private final SortedMap<QueryId, EventQuery> keyed;
    private final Map<Name, List<Tracked>> seriesOf = new LinkedHashMap<>();
    private final Map<Name, List<EventQuery>> keyedOf = new LinkedHashMap<>();
    private final String version;

    private Tracking(SortedMap<SeriesId, Tracked> series, SortedMap<QueryId, EventQuery> keyed, Bounds bounds) {
        this.series = Collections.unmodifiableSortedMap(bounded(series, bounds));
        this.keyed = Collections.unmodifiableSortedMap(keyed);
        var text = new StringBuilder();
        for (Tracked tracked : this.series.values()) {
            seriesOf.computeIfAbsent(nameOf(tracked.query()), _ -> new ArrayList<>())
                    .add(tracked);
            text.append(tracked.id().text()).append(tracked.kept().samples());
            text.append(' ').append(tracked.kept().room()).append('\n');
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
        return of(conditions, latest, Bounds.USUAL);
    }

    /** Compiles what definitions ask, to be kept within other bounds than the usual ones. */
    public static Tracking of(List<Condition> conditions, List<EventQuery> latest, Bounds bounds) {
        var series = new TreeMap<SeriesId, Tracked>();
        var keyed = new TreeMap<QueryId, EventQuery>();
        for (Condition condition : conditions) add(condition, series);
        for (EventQuery query : latest) {
            if (query.keyProperty().isPresent()) keyed.put(query.id(), query);
            else add(lastOf(query), series);
        }
        return new Tracking(series, keyed, bounds);
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
        into.merge(tracked.id(), tracked, Tracked::and);
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
        return tracked(query, Tally.Kind.COUNT, "", new Kept(1, Series.Overflow.FORGET, 0));
    }

    private static Tracked allOf(EventQuery query) {
        return tracked(query, Tally.Kind.COUNT, "", new Kept(SAMPLES_MAX, Series.Overflow.FORGET, 0));
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
            Optional<Integer> enough = CountBound.of(measured.test()).filter(bound -> bound <= COUNT_MAX);
            if (enough.isPresent()) return new Kept(Math.max(1, enough.get()), Series.Overflow.FORGET, 0);
        }
        if (measured.window() instanceof Window.Ever && !aggregate.isOfOrder()) {
            return new Kept(KNOWN_AGAIN, Series.Overflow.ALTOGETHER, 0);
        }
        return new Kept(SAMPLES_MAX, Series.Overflow.BY_HOUR, 0);
    }

    private static Tracked tracked(EventQuery query, Tally.Kind kind, String property, Kept kept) {
        int needed = kept.samples() == SAMPLES_MAX ? 0 : kept.samples();
        return new Tracked(idOf(query, kind, property, kept.overflow()), query, kind, property, kept, needed);
    }

    private static SeriesId idOf(EventQuery query, Tally.Kind kind, String property, Series.Overflow overflow) {
        return new SeriesId(
                kind + " " + overflow + " " + property + " " + query.id().text());
    }

    /** Where there are very many kinds, fewer of each are exact: a person's state has a limit. */
    private static SortedMap<SeriesId, Tracked> bounded(SortedMap<SeriesId, Tracked> series, Bounds bounds) {
        int samples = share(series, bounds, bounds.samples(), Tracking::isLarge);
        int hours = share(series, bounds, bounds.hours(), tracked -> overflows(tracked, Series.Overflow.BY_HOUR));
        int values = share(series, bounds, bounds.values(), tracked -> overflows(tracked, Series.Overflow.ALTOGETHER));
        var within = new TreeMap<>(series);
        within.replaceAll((_, tracked) -> {
            Kept kept = tracked.kept();
            int latest = isLarge(tracked) ? Math.max(tracked.needed(), samples) : kept.samples();
            int room = switch (kept.overflow()) {
                case FORGET -> 0;
                case BY_HOUR -> hours;
                case ALTOGETHER -> values;
            };
            return tracked.with(new Kept(latest, kept.overflow(), room));
        });
        return within;
    }

    private static boolean isLarge(Tracked tracked) {
        return tracked.kept().samples() == SAMPLES_MAX;
    }

    private static boolean overflows(Tracked tracked, Series.Overflow how) {
        return tracked.kept().overflow() == how;
    }

    /** What each of some has at most, so that all of them together stay within the bytes. */
    private static int share(SortedMap<SeriesId, Tracked> series, Bounds bounds, int each, Predicate<Tracked> which) {
        int bytes = series.values().stream()
                .filter(which)
                .mapToInt(tracked -> bytes(tracked.kind()))
                .sum();
        return bytes == 0 ? each : Math.min(each, bounds.bytes() / bytes);
    }

    /** What one sample, hour or value takes, about: occurrences and values that several kinds share are stored once. */
    private static int bytes(Tally.Kind kind) {
        return switch (kind) {
            case COUNT -> 4;
            case NUMBERS -> 10;
            case VALUES -> 24;
        };
    }

    private static Name nameOf(EventQuery query) {
        return new Name(query.asked().kind(), query.asked().name());
    }
}
