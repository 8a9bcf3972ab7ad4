package io.carillon.core.definition;

import io.carillon.core.condition.DateTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** Tests of how far a date is from now. */
final class DateTestReader {
    static final List<String> TESTS = List.of("withinLast", "withinNext", "longerAgo", "furtherAhead", "anniversary");

    private static final String ANNIVERSARY = "today or {within: 7d}";

    private DateTestReader() {}

    /** As many tests as there are; empty after reporting what is wrong. */
    static Optional<List<DateTest>> some(Section section) {
        var tests = new ArrayList<DateTest>();
        int asked = 0;
        for (String name : TESTS) {
            Optional<Field> field = section.optional(name);
            if (field.isEmpty()) continue;
            asked++;
            read(field.get()).ifPresent(tests::add);
        }
        return tests.size() == asked ? Optional.of(tests) : Optional.empty();
    }

    private static Optional<DateTest> read(Field field) {
        return switch (field.name()) {
            case "withinLast" -> positive(field).map(DateTest.WithinLast::new);
            case "withinNext" -> positive(field).map(DateTest.WithinNext::new);
            case "longerAgo" -> field.duration().map(DateTest.LongerAgo::new);
            case "furtherAhead" -> field.duration().map(DateTest.FurtherAhead::new);
            default -> anniversary(field);
        };
    }

    private static Optional<Duration> positive(Field field) {
        Optional<Duration> length = field.duration();
        if (length.isEmpty() || length.get().isPositive()) return length;
        field.error("%s is longer than 0s; expected e.g. 30d".formatted(field.name()));
        return Optional.empty();
    }

    private static Optional<DateTest> anniversary(Field field) {
        if (!(field.node() instanceof MappingNode)) {
            Optional<String> text = field.text();
            if (text.isEmpty()) return Optional.empty();
            if (text.get().equals("today")) return Optional.of(new DateTest.Anniversary(0));
            field.error("%s is unknown; expected %s".formatted(field.quoted(text.get()), ANNIVERSARY));
            return Optional.empty();
        }
        Optional<Section> section = field.section(ANNIVERSARY);
        Optional<Field> within = section.flatMap(it -> it.required("within", "whole days, e.g. 7d"));
        section.ifPresent(Section::close);
        Optional<Duration> length = within.flatMap(Field::duration);
        if (length.isEmpty()) return Optional.empty();
        long days = length.get().toDays();
        if (length.get().equals(Duration.ofDays(days)) && days <= DateTest.Anniversary.DAYS_MAX)
            return Optional.of(new DateTest.Anniversary((int) days));
        within.get().error("within is not 0d to %dd in whole days".formatted(DateTest.Anniversary.DAYS_MAX));
        return Optional.empty();
    }
}
