package io.carillon.core.journey;

/** Names a journey as its definition does. */
public record JourneyId(String text) implements Comparable<JourneyId> {
    @Override
    public int compareTo(JourneyId other) {
        return text.compareTo(other.text);
    }
}
