package io.carillon.core.condition;

/**
 * Names an {@link EventQuery} by what it asks, so that two definitions that ask the same share what is kept.
 *
 * @param text stable for ever: it is stored
 */
public record QueryId(String text) implements Comparable<QueryId> {
    @Override
    public int compareTo(QueryId other) {
        return text.compareTo(other.text);
    }
}
