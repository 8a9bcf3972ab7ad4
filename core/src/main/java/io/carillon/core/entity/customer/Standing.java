package io.carillon.core.entity.customer;

import io.carillon.core.host.ParkId;
import io.carillon.core.person.SplitKey;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Since when a customer is known, and whether something of theirs failed.
 *
 * @param bornAt when they were first heard of
 * @param seenAt when they last did something themselves
 * @param parked messages of theirs that failed: while there is one, no marketing
 * @param partings un-merges under way, by name: while there is one, no marketing
 */
public record Standing(
        SplitKey splitKey,
        Instant bornAt,
        Instant seenAt,
        SortedSet<String> parked,
        SortedMap<String, PartingStage> partings) {
    public Standing {
        parked = Collections.unmodifiableSortedSet(parked);
        partings = Collections.unmodifiableSortedMap(partings);
    }

    public Standing(SplitKey splitKey, Instant bornAt, Instant seenAt, SortedSet<String> parked) {
        this(splitKey, bornAt, seenAt, parked, Collections.emptySortedMap());
    }

    public boolean isParting(PartingStage stage) {
        return partings.containsValue(stage);
    }

    public static Standing born(SplitKey splitKey, Instant now) {
        return new Standing(splitKey, now, now, Collections.emptySortedSet());
    }

    public Standing seen(Instant at) {
        return at.isAfter(seenAt) ? new Standing(splitKey, bornAt, at, parked, partings) : this;
    }

    Standing parking(ParkId park) {
        var more = new TreeSet<>(parked);
        more.add(park.text());
        return new Standing(splitKey, bornAt, seenAt, more, partings);
    }

    Standing unparking(ParkId park) {
        var fewer = new TreeSet<>(parked);
        fewer.remove(park.text());
        return new Standing(splitKey, bornAt, seenAt, fewer, partings);
    }

    /** An un-merge has come that far. */
    public Standing parting(String name, PartingStage stage) {
        var more = new TreeMap<>(partings);
        more.put(name, stage);
        return new Standing(splitKey, bornAt, seenAt, parked, more);
    }

    /** Without the un-merges at a stage. */
    public Standing without(PartingStage stage) {
        if (!isParting(stage)) return this;
        var fewer = new TreeMap<>(partings);
        fewer.values().removeIf(one -> one == stage);
        return new Standing(splitKey, bornAt, seenAt, parked, fewer);
    }

    /** As it was once, with nothing that was going on then. */
    public Standing atRest() {
        return new Standing(splitKey, bornAt, seenAt, Collections.emptySortedSet());
    }

    public Standing merge(Standing other) {
        var allParked = new TreeSet<>(parked);
        allParked.addAll(other.parked);
        var allPartings = new TreeMap<>(partings);
        allPartings.putAll(other.partings);
        Standing older = isOlderThan(other) ? this : other;
        return new Standing(
                older.splitKey,
                older.bornAt,
                seenAt.isAfter(other.seenAt) ? seenAt : other.seenAt,
                allParked,
                allPartings);
    }

    private boolean isOlderThan(Standing other) {
        if (!bornAt.equals(other.bornAt)) return bornAt.isBefore(other.bornAt);
        return splitKey.value().compareTo(other.splitKey.value()) <= 0;
    }
}
