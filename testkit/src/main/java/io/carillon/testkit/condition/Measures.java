package io.carillon.testkit.condition;

import io.carillon.core.condition.Canonical;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.Measure;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Works out measures of a few occurrences, by their definition. */
final class Measures {
    private static final int DIGITS_MAX = 60;
    private static final int TEXT_MAX = 200;

    private Measures() {}

    /** Whether an occurrence has any of what is measured. */
    static boolean has(EventQuery query, Measure measure, Occurrence occurrence) {
        return switch (measure.aggregate()) {
            case COUNT -> true;
            case SUM, AVERAGE, MIN, MAX ->
                !numbers(query, measure, List.of(occurrence)).isEmpty();
            case DISTINCT, FIRST, LAST, MOST_FREQUENT ->
                !scalars(query, measure, List.of(occurrence)).isEmpty();
        };
    }

    /** How much room an hour takes. */
    static int weight(EventQuery query, Measure measure, List<Occurrence> hour) {
        return switch (measure.aggregate()) {
            case COUNT, SUM, AVERAGE, MIN, MAX -> 1;
            case DISTINCT, FIRST, LAST, MOST_FREQUENT ->
                distinct(scalars(query, measure, hour)).size();
        };
    }

    static Optional<Value> of(EventQuery query, Measure measure, List<Counted> in) {
        List<Occurrence> occurrences = in.stream().map(Counted::occurrence).toList();
        return switch (measure.aggregate()) {
            case COUNT ->
                Optional.of(Value.of(occurrences.stream()
                        .mapToLong(it -> Counted.parts(query, it).size())
                        .sum()));
            case SUM -> Optional.of(Value.of(sum(numbers(query, measure, occurrences))));
            case AVERAGE -> {
                List<BigDecimal> numbers = numbers(query, measure, occurrences);
                yield numbers.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Value.of(
                                sum(numbers).divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL128)));
            }
            case MIN ->
                numbers(query, measure, occurrences).stream()
                        .min(Comparator.naturalOrder())
                        .map(Value::of);
            case MAX ->
                numbers(query, measure, occurrences).stream()
                        .max(Comparator.naturalOrder())
                        .map(Value::of);
            case DISTINCT ->
                Optional.of(
                        Value.of(distinct(scalars(query, measure, occurrences)).size()));
            case FIRST ->
                in.stream()
                        .map(Counted::at)
                        .min(Comparator.naturalOrder())
                        .map(at -> at(query, measure, in, at).first());
            case LAST ->
                in.stream()
                        .map(Counted::at)
                        .max(Comparator.naturalOrder())
                        .map(at -> at(query, measure, in, at).last());
            case MOST_FREQUENT -> mostFrequent(scalars(query, measure, occurrences));
        };
    }

    private static SortedSet<Value> at(EventQuery query, Measure measure, List<Counted> in, Instant at) {
        return distinct(scalars(
                query,
                measure,
                in.stream()
                        .filter(it -> it.at().equals(at))
                        .map(Counted::occurrence)
                        .toList()));
    }

    private static Optional<Value> mostFrequent(List<Value> values) {
        Optional<Value> best = Optional.empty();
        for (Value value : distinct(values)) {
            if (best.isEmpty() || times(value, values) > times(best.get(), values)) best = Optional.of(value);
        }
        return best;
    }

    private static long times(Value value, List<Value> in) {
        return in.stream().filter(it -> compare(it, value) == 0).count();
    }

    private static SortedSet<Value> distinct(List<Value> values) {
        var distinct = new TreeSet<>(Measures::compare);
        distinct.addAll(values);
        return distinct;
    }

    private static List<BigDecimal> numbers(EventQuery query, Measure measure, List<Occurrence> of) {
        var numbers = new ArrayList<BigDecimal>();
        for (Occurrence each : of) {
            numbers.addAll(Counted.values(query, each, measure.property(), Measures::number));
        }
        return numbers;
    }

    private static List<Value> scalars(EventQuery query, Measure measure, List<Occurrence> of) {
        var scalars = new ArrayList<Value>();
        for (Occurrence each : of) {
            scalars.addAll(Counted.values(query, each, measure.property(), Measures::scalar));
        }
        return scalars;
    }

    private static List<BigDecimal> number(Value value) {
        String text = switch (value) {
            case Value.Num(var number) -> number.toString();
            case Value.Text(var it) when it.strip().length() <= DIGITS_MAX -> it.strip();
            default -> "";
        };
        if (!text.matches("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?")) return List.of();
        var number = new BigDecimal(text);
        boolean isAmount = number.scale() <= DIGITS_MAX && number.precision() - number.scale() <= DIGITS_MAX;
        return isAmount ? List.of(number) : List.of();
    }

    private static List<Value> scalar(Value value) {
        return switch (value) {
            case Value.Text(var text)
            when text.length() > TEXT_MAX ->
                List.of(Value.of(text.substring(0, TEXT_MAX / 2) + "#" + Canonical.hash(text)));
            case Value.Text _, Value.Flag _ -> List.of(value);
            case Value.Num _ -> number(value).stream().<Value>map(Value::of).toList();
            case Value.Nothing _, Value.Items _, Value.Fields _ -> Collections.emptyList();
        };
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Flags, then numbers, then texts. */
    private static int compare(Value one, Value other) {
        if (one instanceof Value.Flag(var left) && other instanceof Value.Flag(var right)) {
            return Boolean.compare(left, right);
        }
        if (one instanceof Value.Num(var left) && other instanceof Value.Num(var right)) return left.compareTo(right);
        if (one instanceof Value.Text(var left) && other instanceof Value.Text(var right)) return left.compareTo(right);
        return Integer.compare(rank(one), rank(other));
    }

    private static int rank(Value value) {
        return value instanceof Value.Flag ? 0 : value instanceof Value.Num ? 1 : 2;
    }
}
