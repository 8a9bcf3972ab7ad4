package io.carillon.core.condition;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** How values of people's silos compare with those in a definition. */
final class Comparison {
    /** Longer ones are no amounts, and arithmetic on them would take its time. */
    private static final int NUMBER_LENGTH_MAX = 60;

    /** Amounts have fewer digits than this before and after the point; others would make sums grow without end. */
    private static final int DIGITS_MAX = 60;

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");

    private Comparison() {}

    /** Null is said by silos that have nothing to say. */
    static Optional<Value> said(Optional<Value> value) {
        return value.filter(it -> it != Value.Nothing.NOTHING);
    }

    static Optional<BigDecimal> number(Optional<Value> value) {
        return value.flatMap(Comparison::number);
    }

    static boolean same(Value actual, Value expected) {
        if (actual instanceof Value.Text(var left) && expected instanceof Value.Text(var right)) {
            return left.equals(right); // "01" and "1" are two postcodes
        }
        if (actual instanceof Value.Num || expected instanceof Value.Num) {
            Optional<BigDecimal> left = number(actual);
            Optional<BigDecimal> right = number(expected);
            return left.isPresent() && right.isPresent() && left.get().compareTo(right.get()) == 0;
        }
        if (actual instanceof Value.Items(var left) && expected instanceof Value.Items(var right)) {
            return sameItems(left, right);
        }
        return actual.equals(expected);
    }

    static boolean contains(Value actual, Value part) {
        return switch (actual) {
            case Value.Items(var items) -> items.stream().anyMatch(item -> same(item, part));
            case Value.Text(var text) -> part instanceof Value.Text(var word) && text.contains(word);
            default -> false;
        };
    }

    static Optional<BigDecimal> number(Value value) {
        return switch (value) {
            case Value.Num(var number) -> Optional.of(number).filter(Comparison::isAmount);
            case Value.Text(var text) -> number(text.strip());
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> number(String text) {
        if (text.length() > NUMBER_LENGTH_MAX || !NUMBER.matcher(text).matches()) return Optional.empty();
        return Optional.of(new BigDecimal(text)).filter(Comparison::isAmount);
    }

    private static boolean isAmount(BigDecimal number) {
        return number.scale() <= DIGITS_MAX && number.precision() - number.scale() <= DIGITS_MAX;
    }

    private static boolean sameItems(List<Value> left, List<Value> right) {
        if (left.size() != right.size()) return false;
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) return false;
        }
        return true;
    }
}
