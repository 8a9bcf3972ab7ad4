package io.carillon.core.condition;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is kept of a person's occurrences of one kind: the latest exactly, those before by hour, forgotten, or all in one,
 * as {@link Overflow} says. Equal sets of occurrences give equal series, in whatever order they come.
 *
 * @param latest newest first, without repeats
 * @param older by the beginning of their hour in UTC, oldest first; past the room for it all that is older is one
 */
record Series(List<Sample> latest, SortedMap<Instant, Tally> older) {
    static final Series EMPTY = new Series(List.of(), Collections.emptySortedMap());

    private static final Instant ALL_HOURS = Instant.EPOCH;

    /** What becomes of an occurrence that is not among the latest any more. Stored by name. */
    enum Overflow {
        FORGET,
        BY_HOUR,
        /** One tally without times; for what counts over all time. */
        ALTOGETHER
    }

    Series {
        latest = List.copyOf(latest);
        older = Collections.unmodifiableSortedMap(older);
    }

    boolean isEmpty() {
        return latest.isEmpty() && older.isEmpty();
    }

    /** Whether one more makes a difference: it is not known, nor too old to be kept. */
    boolean takes(Sample sample, Tracking.Kept kept) {
        int place = placeOf(sample);
        return place < 0 && (-place - 1 < kept.samples() || kept.overflow() != Overflow.FORGET);
    }

    /** With one more that it {@link #takes}. */
    Series plus(Sample sample, Tracking.Kept kept) {
        var more = new ArrayList<>(latest);
        more.add(-placeOf(sample) - 1, sample);
        return bounded(more, new TreeMap<>(older), kept);
    }

    /** See {@link Collections#binarySearch(List, Object)}. */
    private int placeOf(Sample sample) {
        return Collections.binarySearch(latest, sample, Comparator.reverseOrder());
    }

    static Series merge(Series one, Series other, Tracking.Kept kept) {
        var all = new ArrayList<Sample>(one.latest.size() + other.latest.size());
        all.addAll(one.latest);
        all.addAll(other.latest);
        List<Sample> sorted =
                all.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        var hours = new TreeMap<>(one.older);
        other.older.forEach((hour, tally) -> hours.merge(hour, tally, Tally::plus));
        return bounded(sorted, hours, kept);
    }

    /**
     * What is known of the same occurrences when one counted them as they happened and the other from a history of which
     * the beginning may be gone: all of both, where both know each by itself; else what knows of more.
     */
    static Series known(Series one, Series again, Tracking.Kept kept) {
        if (one.older.isEmpty() && again.older.isEmpty()) return merge(one, again, kept);
        return one.size() > again.size() ? merge(one, EMPTY, kept) : again;
    }

    private long size() {
        long size = 0;
        for (Sample sample : latest) size += sample.tally().size();
        for (Tally tally : older.values()) size += tally.size();
        return size;
    }

    private static Series bounded(List<Sample> newestFirst, TreeMap<Instant, Tally> older, Tracking.Kept kept) {
        int size = Math.min(newestFirst.size(), kept.samples());
        for (Sample sample : newestFirst.subList(size, newestFirst.size())) {
            switch (kept.overflow()) {
                case FORGET -> {}
                case BY_HOUR -> older.merge(sample.at().truncatedTo(ChronoUnit.HOURS), sample.tally(), Tally::plus);
                case ALTOGETHER -> older.merge(ALL_HOURS, sample.tally(), Tally::plus);
            }
        }
        if (kept.overflow() == Overflow.ALTOGETHER) older.replaceAll((_, tally) -> tally.upTo(kept.room()));
        return new Series(
                newestFirst.subList(0, size), kept.overflow() == Overflow.BY_HOUR ? fold(older, kept.room()) : older);
    }

    /** The newest hours for which there is room stay; the rest is one, at the time of the newest of them. */
    private static SortedMap<Instant, Tally> fold(TreeMap<Instant, Tally> hours, int room) {
        int weight = 0;
        for (Map.Entry<Instant, Tally> entry : hours.descendingMap().entrySet()) {
            weight += entry.getValue().weight();
            if (weight <= room) continue;
            SortedMap<Instant, Tally> rest = hours.headMap(entry.getKey(), true);
            Tally all = rest.values().stream().reduce(Tally::plus).orElseThrow();
            var folded = new TreeMap<>(hours.tailMap(entry.getKey(), false));
            folded.put(entry.getKey(), all);
            return folded;
        }
        return hours;
    }

    /** All, newest first; what is kept by hour as though it had happened when the hour began. */
    List<Sample> timeline() {
        if (older.isEmpty()) return latest;
        var all = new ArrayList<Sample>(latest.size() + older.size());
        all.addAll(latest);
        var hours = new ArrayList<>(older.entrySet());
        for (Map.Entry<Instant, Tally> hour : hours.reversed()) {
            all.add(new Sample(hour.getKey(), 0, hour.getValue()));
        }
        return all;
    }
}
