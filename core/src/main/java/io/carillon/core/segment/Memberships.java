package io.carillon.core.segment;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A person's segments. Recomputed from the profile whenever it may have changed, so it needs no merge.
 *
 * @param judgedBy version of the segments' definitions by which all of them were judged
 */
public record Memberships(String judgedBy, SortedMap<SegmentId, Membership> bySegment) {
    public static final Memberships NONE = new Memberships("", new TreeMap<>());

    public Memberships {
        bySegment = Collections.unmodifiableSortedMap(bySegment);
    }

    public Optional<Membership> get(SegmentId segment) {
        return Optional.ofNullable(bySegment.get(segment));
    }

    public boolean isIn(SegmentId segment) {
        return get(segment).filter(Membership::in).isPresent();
    }

    public Memberships with(SegmentId segment, Membership membership) {
        var now = new TreeMap<>(bySegment);
        now.put(segment, membership);
        return new Memberships(judgedBy, now);
    }

    public Memberships without(SegmentId segment) {
        if (!bySegment.containsKey(segment)) return this;
        var now = new TreeMap<>(bySegment);
        now.remove(segment);
        return new Memberships(judgedBy, now);
    }

    public Memberships judgedBy(String version) {
        return new Memberships(version, bySegment);
    }

    /** When the first of them changes by time alone. */
    public Optional<Instant> wakeAt() {
        Optional<Instant> first = Optional.empty();
        for (Membership membership : bySegment.values()) {
            Optional<Instant> next = membership.changesAt();
            if (next.isPresent() && (first.isEmpty() || next.get().isBefore(first.get()))) first = next;
        }
        return first;
    }

    public void write(ByteWriter out) {
        out.text(judgedBy);
        out.map(bySegment, (segment, to) -> to.text(segment.text()), Membership::write);
    }

    public static Memberships read(ByteReader in) {
        return new Memberships(in.text(), in.sortedMap(from -> new SegmentId(from.text()), Membership::read));
    }
}
