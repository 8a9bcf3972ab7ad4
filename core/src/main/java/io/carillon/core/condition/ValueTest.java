package io.carillon.core.condition;

import com.google.re2j.Pattern;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A test of one trait or property. A missing value and null are the same and pass no test but {@code exists: false} and
 * {@code not}. Numbers compare by amount; a text compares with a number when it reads as one.
 */
public sealed interface ValueTest {

    boolean test(Optional<Value> value);

    /** Of several values, as a path through a list gives them, one that passes suffices; {@code not}: none may. */
    default boolean passes(List<Value> values) {
        if (values.isEmpty()) return test(Optional.empty());
        for (Value value : values) if (test(Optional.of(value))) return true;
        return false;
    }

    /** Whether it compares amounts, so that a text is read as a number for it. */
    default boolean isNumeric() {
        return false;
    }

    record Equals(Value value) implements ValueTest {
        @Override
        public boolean isNumeric() {
            return value instanceof Value.Num;
        }

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

        @Override
        public boolean passes(List<Value> values) {
            return !test.passes(values);
        }

        @Override
        public boolean isNumeric() {
            return test.isNumeric();
        }
    }

    /** All of them pass. */
    record Both(List<ValueTest> tests) implements ValueTest {
        public Both {
            tests = List.copyOf(tests);
        }

        @Override
        public boolean test(Optional<Value> actual) {
            return tests.stream().allMatch(test -> test.test(actual));
        }

        @Override
        public boolean isNumeric() {
            return tests.stream().anyMatch(ValueTest::isNumeric);
        }
    }

    record Exists(boolean expected) implements ValueTest {
        @Override
        public boolean test(Optional<Value> actual) {
            return Comparison.said(actual).isPresent() == expected;
        }

        @Override
        public boolean passes(List<Value> values) {
            boolean exists = values.stream().anyMatch(value -> value != Value.Nothing.NOTHING);
            return exists == expected;
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

    record EndsWith(String suffix) implements ValueTest {
        @Override
        public boolean test(Optional<Value> actual) {
            return actual.isPresent() && actual.get() instanceof Value.Text(var text) && text.endsWith(suffix);
        }
    }

    /** A part of the text matches; the time it takes grows with the text's length, whatever the expression. */
    record Matches(Pattern expression) implements ValueTest {
        /** What is longer is matched by its beginning. */
        public static final int TEXT_LENGTH_MAX = 10_000;

        @Override
        public boolean test(Optional<Value> actual) {
            if (actual.isEmpty() || !(actual.get() instanceof Value.Text(var text))) return false;
            String looked = text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX);
            return expression.matcher(looked).find();
        }
    }

    /** An earlier date; one without a zone is read in the bound's. */
    record Before(Instant bound, ZoneId zone) implements ValueTest {
        @Override
        public boolean test(Optional<Value> actual) {
            return Dates.read(actual, zone).filter(at -> at.isBefore(bound)).isPresent();
        }
    }

    /** The same date or a later one; one without a zone is read in the bound's. */
    record NotBefore(Instant bound, ZoneId zone) implements ValueTest {
        @Override
        public boolean test(Optional<Value> actual) {
            return Dates.read(actual, zone).filter(at -> !at.isBefore(bound)).isPresent();
        }
    }

    record AtLeast(BigDecimal bound) implements ValueTest {
        public AtLeast {
            bound = bound.stripTrailingZeros();
        }

        @Override
        public boolean isNumeric() {
            return true;
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
        public boolean isNumeric() {
            return true;
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
        public boolean isNumeric() {
            return true;
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
        public boolean isNumeric() {
            return true;
        }

        @Override
        public boolean test(Optional<Value> actual) {
            return Comparison.number(actual)
                    .filter(it -> it.compareTo(bound) < 0)
                    .isPresent();
        }
    }
}
