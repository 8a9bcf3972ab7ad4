package io.carillon.core.condition;

import io.carillon.core.event.Stamp;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds occurrences to a behaviour; what none of them changes is not copied. Lives as long as one such addition. */
final class Observing {
    private final Behaviour before;
    private final Tracking tracking;
    private @Nullable TreeMap<SeriesId, Series> series;
    private @Nullable TreeMap<QueryId, SortedMap<String, Stamp>> keyed;

    Observing(Behaviour before, Tracking tracking) {
        this.before = before;
        this.tracking = tracking;
    }

    void add(Occurrence occurrence) {
        for (Tracking.Tracked tracked : tracking.seriesOf(occurrence)) {
            if (tracked.query().matches(occurrence)) add(tracked, occurrence);
        }
        for (EventQuery query : tracking.keyedOf(occurrence)) {
            if (query.matches(occurrence)) add(query.id(), query.keyOf(occurrence.properties()), occurrence.stamp());
        }
    }

    /** The behaviour that it was, if nothing changed it. */
    Behaviour result() {
        if (series == null && keyed == null) return before;
        return new Behaviour(
                before.completeFor(),
                series == null ? before.series() : series,
                keyed == null ? before.keyed() : keyed,
                before.counting());
    }

    private void add(Tracking.Tracked tracked, Occurrence occurrence) {
        Optional<Tally> tally = Tally.of(tracked.kind(), occurrence, tracked.query(), tracked.property());
        if (tally.isEmpty()) return;
        Map<SeriesId, Series> known = series == null ? before.series() : series;
        Series kept = known.getOrDefault(tracked.id(), Series.EMPTY);
        Sample sample = Sample.of(occurrence.stamp(), tally.get());
        if (!kept.takes(sample, tracked.kept())) return;
        if (series == null) series = new TreeMap<>(before.series());
        series.put(tracked.id(), kept.plus(sample, tracked.kept()));
    }

    private void add(QueryId query, String key, Stamp stamp) {
        Map<QueryId, SortedMap<String, Stamp>> known = keyed == null ? before.keyed() : keyed;
        var keys = new TreeMap<>(known.getOrDefault(query, new TreeMap<>()));
        Stamp latest = keys.get(key);
        if (latest != null && !stamp.isAfter(latest)) return;
        keys.put(key, stamp);
        if (keyed == null) keyed = new TreeMap<>(before.keyed());
        keyed.put(query, Behaviour.latestKeys(keys));
    }
}
