package io.carillon.core.journey;

/** Names a step within one version of a journey: what its definition calls it, or else its place, from 1. */
public record StepId(String text) implements Comparable<StepId> {
    @Override
    public int compareTo(StepId other) {
        return text.compareTo(other.text);
    }
}
