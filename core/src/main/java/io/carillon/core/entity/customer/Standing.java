package io.carillon.core.entity.customer;

import io.carillon.core.host.ParkId;
import io.carillon.core.person.SplitKey;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Since when a customer is known, and whether something of theirs failed.
 *
 * @param bornAt when they were first heard of
 * @param seenAt when they last did something themselves
 * @param parked messages of theirs that failed: while there is one, no marketing
 */
public record Standing(SplitKey splitKey, Instant bornAt, Instant seenAt, SortedSet<String> parked) {
    public Standing {
        parked = Collections.unmodifiableSortedSet(parked);
    }

    public static Standing born(SplitKey splitKey, Instant now) {
        return new Standing(splitKey, now, now, Collections.emptySortedSet());
    }

    Standing seen(Instant at) {
        return at.isAfter(seenAt) ? new Standing(splitKey, bornAt, at, parked) : this;
    }

    Standing parking(ParkId park) {
        var more = new TreeSet<>(parked);
        more.add(park.text());
        return new Standing(splitKey, bornAt, seenAt, more);
    }

    Standing unparking(ParkId park) {
        var fewer = new TreeSet<>(parked);
        fewer.remove(park.text());
        return new Standing(splitKey, bornAt, seenAt, fewer);
    }

    public Standing merge(Standing other) {
        var allParked = new TreeSet<>(parked);
        allParked.addAll(other.parked);
        Standing older = isOlderThan(other) ? this : other;
        return new Standing(
                older.splitKey, older.bornAt, seenAt.isAfter(other.seenAt) ? seenAt : other.seenAt, allParked);
    }

    private boolean isOlderThan(Standing other) {
        if (!bornAt.equals(other.bornAt)) return bornAt.isBefore(other.bornAt);
        return splitKey.value().compareTo(other.splitKey.value()) <= 0;
    }
}
