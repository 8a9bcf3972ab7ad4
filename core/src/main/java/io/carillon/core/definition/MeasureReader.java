package io.carillon.core.definition;

import io.carillon.core.condition.Measure;
import io.carillon.core.condition.Measure.Aggregate;
import io.carillon.core.condition.ValueTest;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is worked out of what happened, such as {@code sum: {of: total, atLeast: 100}}; by default how often. */
final class MeasureReader {
    /** A measure and what it must be. */
    record Tested(Measure measure, ValueTest test) {
        static final Tested AT_LEAST_ONE = new Tested(Measure.COUNT, new ValueTest.AtLeast(BigDecimal.ONE));
    }

    private static final Map<String, Aggregate> MEASURES = measures();
    private static final List<String> AMOUNT_TESTS =
            List.of("atLeast", "atMost", "exactly", "between", "greaterThan", "lessThan");
    private static final int COUNT_MAX = 1_000_000;

    /** No more different values are told apart, see {@link Aggregate#DISTINCT}. */
    private static final int DISTINCT_MAX = 1_000;

    private final ZoneId zone;

    /** @param zone whose clock dates without a zone are on */
    MeasureReader(ZoneId zone) {
        this.zone = zone;
    }

    private static Map<String, Aggregate> measures() {
        var measures = new LinkedHashMap<String, Aggregate>();
        measures.put("count", Aggregate.COUNT);
        measures.put("sum", Aggregate.SUM);
        measures.put("average", Aggregate.AVERAGE);
        measures.put("min", Aggregate.MIN);
        measures.put("max", Aggregate.MAX);
        measures.put("distinct", Aggregate.DISTINCT);
        measures.put("first", Aggregate.FIRST);
        measures.put("last", Aggregate.LAST);
        measures.put("mostFrequent", Aggregate.MOST_FREQUENT);
        return measures;
    }

    /** A measure with tests; empty after reporting what is wrong. */
    Optional<Tested> tested(Section section) {
        Optional<List<Field>> field = field(section);
        if (field.isEmpty()) return Optional.empty();
        return field.get().isEmpty()
                ? Optional.of(Tested.AT_LEAST_ONE)
                : tested(field.get().getFirst());
    }

    /** A measure alone; empty after reporting what is wrong. */
    Optional<Measure> untested(Section section) {
        Optional<List<Field>> field = field(section);
        if (field.isEmpty()) return Optional.empty();
        if (field.get().isEmpty()) return Optional.of(Measure.COUNT);
        Aggregate aggregate = aggregate(field.get().getFirst());
        Optional<Section> parts =
                field.get().getFirst().section(aggregate == Aggregate.COUNT ? "{}" : "of, e.g. {of: total}");
        Optional<Measure> measure = parts.flatMap(it -> measure(it, aggregate));
        parts.ifPresent(Section::close);
        return measure;
    }

    /** None or one. */
    private static Optional<List<Field>> field(Section section) {
        var found = new ArrayList<Field>();
        for (String name : MEASURES.keySet()) section.optional(name).ifPresent(found::add);
        if (found.size() <= 1) return Optional.of(found);
        section.error("%s and %s cannot stand side by side; expected one measure"
                .formatted(found.get(0).name(), found.get(1).name()));
        return Optional.empty();
    }

    private Optional<Tested> tested(Field field) {
        Aggregate aggregate = aggregate(field);
        Optional<Section> section = field.section(
                switch (aggregate) {
                    case COUNT -> "e.g. {atLeast: 3}";
                    case SUM, AVERAGE, MIN, MAX -> "e.g. {of: total, atLeast: 100}";
                    case DISTINCT -> "e.g. {of: product_id, atLeast: 3}";
                    case FIRST, LAST, MOST_FREQUENT -> "e.g. {of: category, equals: shoes}";
                });
        if (section.isEmpty()) return Optional.empty();
        Optional<Measure> measure = measure(section.get(), aggregate);
        Optional<ValueTest> test = switch (aggregate) {
            case FIRST, LAST, MOST_FREQUENT ->
                new ValueTestReader(zone).read(section.get()).map(ValueTestReader::both);
            case COUNT -> amount(section.get(), field, Optional.of(COUNT_MAX));
            case DISTINCT -> amount(section.get(), field, Optional.of(DISTINCT_MAX));
            case SUM, AVERAGE, MIN, MAX -> amount(section.get(), field, Optional.empty());
        };
        section.get().close();
        return measure.flatMap(it -> test.map(tests -> new Tested(it, tests)));
    }

    private static Optional<Measure> measure(Section section, Aggregate aggregate) {
        if (aggregate == Aggregate.COUNT) return Optional.of(Measure.COUNT);
        return section.required("of", "a property, e.g. of: total")
                .flatMap(Field::line)
                .map(property -> new Measure(aggregate, property));
    }

    /** @param max of a whole number; any number when there is none */
    private static Optional<ValueTest> amount(Section section, Field field, Optional<Integer> max) {
        var tests = new ArrayList<ValueTest>();
        int asked = 0;
        for (String name : AMOUNT_TESTS) {
            Optional<Field> test = section.optional(name);
            if (test.isEmpty()) continue;
            asked++;
            amount(test.get(), max).ifPresent(tests::add);
        }
        if (asked == 0 && !section.hasNearly(AMOUNT_TESTS)) {
            field.error("%s has no test; expected %s".formatted(field.name(), String.join(", ", AMOUNT_TESTS)));
        }
        if (asked == 0 || tests.size() != asked) return Optional.empty();
        return isPossible(tests, field) ? Optional.of(ValueTestReader.both(tests)) : Optional.empty();
    }

    private static Optional<ValueTest> amount(Field field, Optional<Integer> max) {
        if (field.name().equals("between")) return between(field, max);
        Optional<BigDecimal> number = number(field, max);
        return number.map(bound -> switch (field.name()) {
            case "atLeast" -> new ValueTest.AtLeast(bound);
            case "atMost" -> new ValueTest.AtMost(bound);
            case "greaterThan" -> new ValueTest.GreaterThan(bound);
            case "lessThan" -> new ValueTest.LessThan(bound);
            default -> new ValueTest.Equals(Value.of(bound));
        });
    }

    private static Optional<ValueTest> between(Field field, Optional<Integer> max) {
        Optional<List<Field>> items = field.items();
        if (items.isEmpty()) return Optional.empty();
        if (items.get().size() != 2) {
            field.error("\"between\" is not two numbers; expected e.g. [2, 5]");
            return Optional.empty();
        }
        Optional<BigDecimal> least = number(items.get().getFirst(), max);
        Optional<BigDecimal> most = number(items.get().getLast(), max);
        if (least.isEmpty() || most.isEmpty()) return Optional.empty();
        if (least.get().compareTo(most.get()) <= 0)
            return Optional.of(
                    new ValueTest.Both(List.of(new ValueTest.AtLeast(least.get()), new ValueTest.AtMost(most.get()))));
        field.error("between [%s, %s] holds no number; expected the smaller first"
                .formatted(shown(least.get()), shown(most.get())));
        return Optional.empty();
    }

    private static Optional<BigDecimal> number(Field field, Optional<Integer> max) {
        return max.isEmpty() ? field.number() : field.whole(0, max.get()).map(BigDecimal::valueOf);
    }

    private static boolean isPossible(List<ValueTest> tests, Field field) {
        if (tests.size() > 1 && tests.stream().anyMatch(ValueTest.Equals.class::isInstance)) {
            field.error("%s is either exactly something, or has bounds".formatted(field.name()));
            return false;
        }
        for (ValueTest lower : tests) {
            for (ValueTest upper : tests) {
                if (!(lower instanceof ValueTest.AtLeast(var least)) || !(upper instanceof ValueTest.AtMost(var most)))
                    continue;
                if (least.compareTo(most) <= 0) continue;
                field.error("%s can never be at least %s and at most %s"
                        .formatted(field.name(), shown(least), shown(most)));
                return false;
            }
        }
        return true;
    }

    private static String shown(BigDecimal number) {
        return Field.shown(number.toPlainString());
    }

    private static Aggregate aggregate(Field field) {
        return Objects.requireNonNull(MEASURES.get(field.name()));
    }
}
