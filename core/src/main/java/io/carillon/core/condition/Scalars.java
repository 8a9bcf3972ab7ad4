package io.carillon.core.condition;

import io.carillon.core.value.Value;
import java.util.Comparator;
import java.util.Optional;

/** Values that can be told apart and put in order: texts, numbers, flags. Equal amounts are one value. */
final class Scalars {
    /** A longer text is told apart by its beginning and its hash. */
    static final int TEXT_LENGTH_MAX = 200;

    /** Flags, then numbers by amount, then texts by their characters. */
    static final Comparator<Value> ORDER = Scalars::compare;

    private Scalars() {}

    static Optional<Value> of(Value value) {
        return switch (value) {
            case Value.Text(var text) ->
                Optional.of(
                        text.length() <= TEXT_LENGTH_MAX
                                ? value
                                : Value.of(text.substring(0, TEXT_LENGTH_MAX / 2) + "#" + Canonical.hash(text)));
            case Value.Num _ -> Comparison.number(value).map(number -> Value.of(number.stripTrailingZeros()));
            case Value.Flag _ -> Optional.of(value);
            case Value.Nothing _, Value.Items _, Value.Fields _ -> Optional.empty();
        };
    }

    private static int compare(Value one, Value other) {
        if (one instanceof Value.Text(var left) && other instanceof Value.Text(var right)) return left.compareTo(right);
        if (one instanceof Value.Num(var left) && other instanceof Value.Num(var right)) return left.compareTo(right);
        if (one instanceof Value.Flag(var left) && other instanceof Value.Flag(var right)) {
            return Boolean.compare(left, right);
        }
        return Integer.compare(rank(one), rank(other));
    }

    private static int rank(Value value) {
        return switch (value) {
            case Value.Flag _ -> 0;
            case Value.Num _ -> 1;
            case Value.Text _ -> 2;
            case Value.Nothing _, Value.Items _, Value.Fields _ ->
                throw new IllegalArgumentException("not a scalar: " + value);
        };
    }
}
