package io.carillon.core.condition;

/** A test of how often something happened. */
public sealed interface CountTest {
    /** The largest count that can be asked for: this many occurrences are kept, and one more. */
    int COUNT_MAX = Behaviour.KEPT_MAX - 1;

    boolean test(int count);

    /** How many of the latest occurrences decide the test, whatever else happened before them. */
    int keep();

    record AtLeast(int min) implements CountTest {
        public AtLeast {
            check(min);
        }

        @Override
        public boolean test(int count) {
            return count >= min;
        }

        @Override
        public int keep() {
            return Math.max(1, min);
        }
    }

    record AtMost(int max) implements CountTest {
        public AtMost {
            check(max);
        }

        @Override
        public boolean test(int count) {
            return count <= max;
        }

        @Override
        public int keep() {
            return max + 1;
        }
    }

    record Exactly(int count) implements CountTest {
        public Exactly {
            check(count);
        }

        @Override
        public boolean test(int actual) {
            return actual == count;
        }

        @Override
        public int keep() {
            return count + 1;
        }
    }

    /** Both bounds count as inside. */
    record Between(int min, int max) implements CountTest {
        public Between {
            check(min);
            check(max);
            if (min > max) throw new IllegalArgumentException("between needs min ≤ max, was " + min + " and " + max);
        }

        @Override
        public boolean test(int count) {
            return count >= min && count <= max;
        }

        @Override
        public int keep() {
            return max + 1;
        }
    }

    private static void check(int count) {
        if (count < 0 || count > COUNT_MAX) {
            throw new IllegalArgumentException("a count is from 0 to %d, was %d".formatted(COUNT_MAX, count));
        }
    }
}
