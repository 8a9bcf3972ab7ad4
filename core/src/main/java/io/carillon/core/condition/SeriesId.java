package io.carillon.core.condition;

/**
 * Names what is kept of people's occurrences, so that two conditions that need the same share it.
 *
 * @param text stable for ever: it is stored
 */
public record SeriesId(String text) implements Comparable<SeriesId> {
    @Override
    public int compareTo(SeriesId other) {
        return text.compareTo(other.text);
    }
}
