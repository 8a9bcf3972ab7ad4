package io.carillon.core.definition;

import io.carillon.core.condition.ValueTest;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tests of a trait or a property; of several in one place all must pass. */
final class ValueTestReader {
    private static final List<String> TESTS = List.of(
            "equals", "not", "in", "exists", "contains", "startsWith", "atLeast", "atMost", "greaterThan", "lessThan");

    private ValueTestReader() {}

    static Optional<List<ValueTest>> read(Section section) {
        var tests = new ArrayList<ValueTest>();
        int asked = 0;
        for (String name : TESTS) {
            Optional<Field> field = section.optional(name);
            if (field.isEmpty()) continue;
            asked++;
            read(field.get()).ifPresent(tests::add);
        }
        if (asked == 0 && !section.hasNearly(TESTS))
            section.error("has no test; expected one of " + String.join(", ", TESTS));
        return asked > 0 && tests.size() == asked ? Optional.of(tests) : Optional.empty();
    }

    private static Optional<ValueTest> read(Field field) {
        return switch (field.name()) {
            case "equals" -> field.value().map(ValueTest.Equals::new);
            case "not" -> values(field).map(ValueTest.In::new).map(ValueTest.Not::new);
            case "in" -> values(field).map(ValueTest.In::new);
            case "exists" -> field.flag().map(ValueTest.Exists::new);
            case "contains" -> field.value().map(ValueTest.Contains::new);
            case "startsWith" -> field.text().map(ValueTest.StartsWith::new);
            case "atLeast" -> field.number().map(ValueTest.AtLeast::new);
            case "atMost" -> field.number().map(ValueTest.AtMost::new);
            case "greaterThan" -> field.number().map(ValueTest.GreaterThan::new);
            default -> field.number().map(ValueTest.LessThan::new);
        };
    }

    private static Optional<List<Value>> values(Field field) {
        return field.oneOrMore().flatMap(Field::values);
    }
}
