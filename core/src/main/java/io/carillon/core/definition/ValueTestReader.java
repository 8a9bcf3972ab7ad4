package io.carillon.core.definition;

import io.carillon.core.condition.ValueTest;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Tests of a value; of several in one place all must pass. */
public final class ValueTestReader {
    public static final List<String> TESTS = List.of(
            "equals",
            "not",
            "in",
            "exists",
            "contains",
            "startsWith",
            "endsWith",
            "matches",
            "atLeast",
            "atMost",
            "greaterThan",
            "lessThan",
            "between",
            "before",
            "after");

    private static final String BETWEEN = "two numbers or two dates, the smaller first; expected e.g. [18, 65]";

    private final ZoneId zone;

    /** @param zone whose clock dates without a zone are on */
    public ValueTestReader(ZoneId zone) {
        this.zone = zone;
    }

    /** At least one test; empty after reporting what is wrong. */
    public Optional<List<ValueTest>> read(Section section) {
        Optional<List<ValueTest>> tests = some(section);
        if (tests.isPresent() && tests.get().isEmpty()) {
            none(section, TESTS);
            return Optional.empty();
        }
        return tests;
    }

    /** As many tests as there are; empty after reporting what is wrong. */
    Optional<List<ValueTest>> some(Section section) {
        var tests = new ArrayList<ValueTest>();
        int asked = 0;
        for (String name : TESTS) {
            Optional<Field> field = section.optional(name);
            if (field.isEmpty()) continue;
            asked++;
            read(field.get()).ifPresent(tests::add);
        }
        return tests.size() == asked ? Optional.of(tests) : Optional.empty();
    }

    /** Says that there is no test, unless one is only misspelt: that is said when the section is closed. */
    static void none(Section section, List<String> expected) {
        if (!section.hasNearly(expected)) section.error("has no test; expected one of " + String.join(", ", expected));
    }

    /** One test for all of these. */
    public static ValueTest both(List<ValueTest> tests) {
        return tests.size() == 1 ? tests.getFirst() : new ValueTest.Both(tests);
    }

    private Optional<ValueTest> read(Field field) {
        return switch (field.name()) {
            case "equals" -> field.value().map(ValueTest.Equals::new);
            case "not" -> not(field);
            case "in" -> values(field).map(ValueTest.In::new);
            case "exists" -> field.flag().map(ValueTest.Exists::new);
            case "contains" -> field.value().map(ValueTest.Contains::new);
            case "startsWith" -> field.text().map(ValueTest.StartsWith::new);
            case "endsWith" -> field.text().map(ValueTest.EndsWith::new);
            case "matches" -> Expression.read(field).map(ValueTest.Matches::new);
            case "atLeast" -> field.number().map(ValueTest.AtLeast::new);
            case "atMost" -> field.number().map(ValueTest.AtMost::new);
            case "greaterThan" -> field.number().map(ValueTest.GreaterThan::new);
            case "lessThan" -> field.number().map(ValueTest.LessThan::new);
            case "between" -> between(field);
            case "before" -> DateBound.read(field, zone).map(date -> new ValueTest.Before(date.begins(), zone));
            default -> DateBound.read(field, zone).map(date -> new ValueTest.NotBefore(date.after(), zone));
        };
    }

    /** Of a value, of each in a list, or of tests. */
    private Optional<ValueTest> not(Field field) {
        if (!(field.node() instanceof MappingNode))
            return values(field).map(values -> new ValueTest.Not(new ValueTest.In(values)));
        Optional<Section> section = field.section("tests, e.g. {startsWith: A}");
        Optional<List<ValueTest>> tests = section.flatMap(this::read);
        section.ifPresent(Section::close);
        return tests.map(inner -> new ValueTest.Not(both(inner)));
    }

    private Optional<ValueTest> between(Field field) {
        Optional<List<Field>> items = field.items();
        if (items.isEmpty()) return Optional.empty();
        if (items.get().size() != 2) {
            field.error("\"%s\" is not %s".formatted(field.name(), BETWEEN));
            return Optional.empty();
        }
        Optional<String> from = items.get().getFirst().text();
        Optional<String> to = items.get().getLast().text();
        if (from.isEmpty() || to.isEmpty()) return Optional.empty();
        Optional<ValueTest> test = numbers(from.get(), to.get()).or(() -> dates(from.get(), to.get()));
        if (test.isEmpty()) {
            field.error("%s [%s, %s] is not %s"
                    .formatted(field.name(), Field.shown(from.get()), Field.shown(to.get()), BETWEEN));
        }
        return test;
    }

    /** Both ends count. */
    private static Optional<ValueTest> numbers(String from, String to) {
        Optional<BigDecimal> least = Field.number(from);
        Optional<BigDecimal> most = Field.number(to);
        if (least.isEmpty() || most.isEmpty() || least.get().compareTo(most.get()) > 0) return Optional.empty();
        return Optional.of(both(List.of(new ValueTest.AtLeast(least.get()), new ValueTest.AtMost(most.get()))));
    }

    /** Both ends count, and a day counts whole. */
    private Optional<ValueTest> dates(String from, String to) {
        Optional<DateBound> first = DateBound.of(from, zone);
        Optional<DateBound> last = DateBound.of(to, zone);
        if (first.isEmpty() || last.isEmpty()) return Optional.empty();
        if (!first.get().begins().isBefore(last.get().after())) return Optional.empty();
        return Optional.of(both(List.of(
                new ValueTest.NotBefore(first.get().begins(), zone),
                new ValueTest.Before(last.get().after(), zone))));
    }

    private static Optional<List<Value>> values(Field field) {
        return field.oneOrMore().flatMap(Field::values);
    }
}
