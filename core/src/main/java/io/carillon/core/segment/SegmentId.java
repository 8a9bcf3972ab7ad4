package io.carillon.core.segment;

/** Names a segment as its definition does. */
public record SegmentId(String text) implements Comparable<SegmentId> {
    @Override
    public int compareTo(SegmentId other) {
        return text.compareTo(other.text);
    }
}
