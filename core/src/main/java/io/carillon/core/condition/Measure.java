package io.carillon.core.condition;

/**
 * What is worked out from the occurrences in a window.
 *
 * @param property path to what is measured, see {@link Path}; empty for {@link Aggregate#COUNT}
 */
public record Measure(Aggregate aggregate, String property) {
    public static final Measure COUNT = new Measure(Aggregate.COUNT, "");

    public Measure {
        if (property.isEmpty() != (aggregate == Aggregate.COUNT)) {
            throw new IllegalArgumentException("all measures but count have a property, was " + aggregate);
        }
    }

    /** Of no values, count, sum and distinct are 0; the others are missing. */
    public enum Aggregate {
        COUNT,
        /** Exact. A value that is no number does not count. */
        SUM,
        /** To 34 digits. */
        AVERAGE,
        MIN,
        MAX,
        /** How many different values; no more than {@link Tally#VALUES_MAX} are told apart. */
        DISTINCT,
        /** Of values at one time, the smallest. */
        FIRST,
        /** Of values at one time, the greatest. */
        LAST,
        /** Of values as frequent, the smallest. */
        MOST_FREQUENT;

        Tally.Kind tally() {
            return switch (this) {
                case COUNT -> Tally.Kind.COUNT;
                case SUM, AVERAGE, MIN, MAX -> Tally.Kind.NUMBERS;
                case DISTINCT, FIRST, LAST, MOST_FREQUENT -> Tally.Kind.VALUES;
            };
        }

        boolean isOfOrder() {
            return this == FIRST || this == LAST;
        }
    }
}
