package io.carillon.core.message;

/** Names one message to one person from its decision on; {@code [A-Za-z0-9_-]}, the {@code id} of {@code /api/messages}. */
public record DispatchId(String text) implements Comparable<DispatchId> {
    @Override
    public int compareTo(DispatchId other) {
        return text.compareTo(other.text);
    }
}
