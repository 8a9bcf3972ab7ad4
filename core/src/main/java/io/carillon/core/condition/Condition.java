package io.carillon.core.condition;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A question about a person that has one answer at every instant. */
public sealed interface Condition {
    /** The longest window: what is older than this counts for nobody. */
    Duration WITHIN_MAX = Duration.ofDays(36_500);

    /** Every part holds; with no parts it holds. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** At least one part holds; with no parts it does not. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    record Not(Condition part) implements Condition {}

    /**
     * What is known of the person passes a test.
     *
     * @param path dotted, for example {@code address.country}
     */
    record TraitIs(String path, ValueTest test) implements Condition {}

    /**
     * How often the person did something.
     *
     * @param query without a key: a condition counts over all of them
     * @param within the window: occurrences with {@code now − within < at ≤ now} count; without it all until now do
     */
    record EventCount(EventQuery query, CountTest count, Optional<Duration> within) implements Condition {
        public EventCount {
            if (query.keyProperty().isPresent()) {
                throw new IllegalArgumentException("a condition counts over all keys, so its query has none");
            }
            within.ifPresent(EventCount::check);
        }

        private static void check(Duration within) {
            if (!within.isPositive() || within.compareTo(WITHIN_MAX) > 0) {
                throw new IllegalArgumentException("a window is longer than 0s and at most 36500d, was " + within);
            }
        }
    }
}
