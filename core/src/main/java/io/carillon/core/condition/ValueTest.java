package io.carillon.core.condition;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A test of one trait or property. A missing value and null are the same and pass no test but {@code exists: false} and
 * {@code not}. Numbers compare by amount; a text compares with a number when it reads as one.
 */
public sealed interface ValueTest {

    boolean test(Optional<Value> value);

    record Equals(Value value) implements ValueTest {
        @Override
        public boolean test(Optional<Value> actual) {
            return Comparison.said(actual)
                    .filter(it -> Comparison.same(it, value))
                    .isPresent();
        }
    }

    record In(List<Value> values) implements ValueTest {
        public In {
            values = List.copyOf(values);
        }

        @Override
        public boolean test(Optional<Value> actual) {
            return Comparison.said(actual)
                    .filter(it -> values.stream().anyMatch(value -> Comparison.same(it, value)))
                    .isPresent();
        }
    }

    /** Also passes when the value is missing. */
    record Not(ValueTest test) implements ValueTest {
        @Override
        public boolean test(Optional<Value> actual) {
            return !test.test(actual);
        }
    }

    record Exists(boolean expected) implements ValueTest {
        @Override
        public boolean test(Optional<Value> actual) {
            return Comparison.said(actual).isPresent() == expected;
        }
    }

    /** A list has such an item, or a text has such a part. */
    record Contains(Value value) implements ValueTest {
        @Override
        public boolean test(Optional<Value> actual) {
            return Comparison.said(actual)
                    .filter(it -> Comparison.contains(it, value))
                    .isPresent();
        }
    }

    record StartsWith(String prefix) implements ValueTest {
        @Override
        public boolean test(Optional<Value> actual) {
            return actual.isPresent() && actual.get() instanceof Value.Text(var text) && text.startsWith(prefix);
        }
    }

    record AtLeast(BigDecimal bound) implements ValueTest {
        public AtLeast {
            bound = bound.stripTrailingZeros();
        }

        @Override
        public boolean test(Optional<Value> actual) {
            return Comparison.number(actual)
                    .filter(it -> it.compareTo(bound) >= 0)
                    .isPresent();
        }
    }

    record AtMost(BigDecimal bound) implements ValueTest {
        public AtMost {
            bound = bound.stripTrailingZeros();
        }

        @Override
        public boolean test(Optional<Value> actual) {
            return Comparison.number(actual)
                    .filter(it -> it.compareTo(bound) <= 0)
                    .isPresent();
        }
    }

    record GreaterThan(BigDecimal bound) implements ValueTest {
        public GreaterThan {
            bound = bound.stripTrailingZeros();
        }

        @Override
        public boolean test(Optional<Value> actual) {
            return Comparison.number(actual)
                    .filter(it -> it.compareTo(bound) > 0)
                    .isPresent();
        }
    }

    record LessThan(BigDecimal bound) implements ValueTest {
        public LessThan {
            bound = bound.stripTrailingZeros();
        }

        @Override
        public boolean test(Optional<Value> actual) {
            return Comparison.number(actual)
                    .filter(it -> it.compareTo(bound) < 0)
                    .isPresent();
        }
    }
}
