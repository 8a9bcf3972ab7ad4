package io.carillon.core.condition;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** From which count on a test of a count gives one answer for ever: so many occurrences need be kept. */
final class CountBound {
    private static final BigDecimal MAX = BigDecimal.valueOf(1_000_000);

    private CountBound() {}

    static Optional<Integer> of(ValueTest test) {
        return switch (test) {
            case ValueTest.AtLeast(var bound) -> whole(bound, RoundingMode.CEILING, 0);
            case ValueTest.LessThan(var bound) -> whole(bound, RoundingMode.CEILING, 0);
            case ValueTest.AtMost(var bound) -> whole(bound, RoundingMode.FLOOR, 1);
            case ValueTest.GreaterThan(var bound) -> whole(bound, RoundingMode.FLOOR, 1);
            case ValueTest.Equals(var value) ->
                Comparison.number(value).flatMap(bound -> whole(bound, RoundingMode.FLOOR, 1));
            case ValueTest.In(var values) ->
                largest(values.stream()
                        .map(value -> of(new ValueTest.Equals(value)))
                        .toList());
            case ValueTest.Not(var inner) -> of(inner);
            case ValueTest.Both(var tests) ->
                largest(tests.stream().map(CountBound::of).toList());
            case ValueTest.Exists _ -> Optional.of(0);
            case ValueTest.Contains _,
                    ValueTest.StartsWith _,
                    ValueTest.EndsWith _,
                    ValueTest.Matches _,
                    ValueTest.Before _,
                    ValueTest.NotBefore _ -> Optional.empty();
        };
    }

    private static Optional<Integer> whole(BigDecimal bound, RoundingMode rounding, int more) {
        if (bound.signum() < 0) return Optional.of(0);
        if (bound.compareTo(MAX) > 0) return Optional.empty();
        return Optional.of(bound.setScale(0, rounding).intValueExact() + more);
    }

    private static Optional<Integer> largest(List<Optional<Integer>> bounds) {
        if (bounds.stream().anyMatch(Optional::isEmpty)) return Optional.empty();
        return Optional.of(bounds.stream().mapToInt(Optional::orElseThrow).max().orElse(0));
    }
}
