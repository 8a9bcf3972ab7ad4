package io.carillon.core.definition;

import java.util.Comparator;

/**
 * Something in a definition that its author has to look at.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param message what is wrong and what was expected
 */
public record Problem(String file, int line, int column, String message) implements Comparable<Problem> {
    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::file)
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column)
            .thenComparing(Problem::message);

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** {@code journeys/cart.yaml:12:9: wait "2x" is not a duration; expected e.g. 2h, 3d}. */
    @Override
    public String toString() {
        return "%s:%d:%d: %s".formatted(file, line, column, message);
    }
}
