package io.carillon.core.definition;

import io.carillon.core.condition.Condition;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.Measure;
import io.carillon.core.condition.ValueTest;
import io.carillon.core.condition.Where;
import io.carillon.core.condition.Window;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions, as segments and journeys write them. */
final class ConditionReader {
    /** More is judged too slowly to be judged at every event. */
    private static final int PARTS_MAX = 500;

    private static final List<String> FORMS = List.of("all", "any", "not", "trait", "event");

    private static final int COUNT_MAX = 999;

    private int parts;

    Optional<Condition> read(Field field) {
        if (++parts > PARTS_MAX) {
            if (parts == PARTS_MAX + 1) field.error("a condition has at most %d parts".formatted(PARTS_MAX));
            return Optional.empty();
        }
        Optional<Section> section = field.section("one of " + String.join(", ", FORMS));
        if (section.isEmpty()) return Optional.empty();
        Optional<Condition> condition = read(section.get());
        section.get().close();
        return condition;
    }

    private Optional<Condition> read(Section section) {
        List<String> forms = FORMS.stream().filter(section::has).toList();
        // Beside "trait", "not" is a test of its value.
        if (forms.contains("trait"))
            forms = forms.stream().filter(form -> !form.equals("not")).toList();
        if (forms.isEmpty()) {
            formless(section);
            return Optional.empty();
        }
        if (forms.size() > 1) {
            section.all(); // whose keys the others are is not known
            section.error("%s cannot stand side by side; expected them in a list under all or any"
                    .formatted(String.join(" and ", forms)));
            return Optional.empty();
        }
        String form = forms.getFirst();
        return section.optional(form).flatMap(field -> switch (form) {
            case "all" -> list(field).map(Condition.All::new);
            case "any" -> list(field).map(Condition.Any::new);
            case "not" -> read(field).map(Condition.Not::new);
            case "trait" -> trait(field, section);
            default -> event(field, section);
        });
    }

    private static void formless(Section section) {
        for (Field field : section.all()) {
            if (Spelling.nearest(field.name(), FORMS).isEmpty()) continue;
            field.report()
                    .error(
                            field.key(),
                            "unknown key \"%s\"; %s"
                                    .formatted(Field.shown(field.name()), Spelling.hint(field.name(), FORMS)));
            return;
        }
        section.error("is not a condition; expected one of " + String.join(", ", FORMS));
    }

    private Optional<List<Condition>> list(Field field) {
        Optional<List<Field>> items = field.items();
        if (items.isEmpty()) return Optional.empty();
        var conditions = new ArrayList<Condition>();
        for (Field item : items.get()) read(item).ifPresent(conditions::add);
        return conditions.size() == items.get().size() ? Optional.of(conditions) : Optional.empty();
    }

    private static Optional<Condition> trait(Field field, Section section) {
        Optional<String> path = field.line();
        Optional<List<ValueTest>> tests = ValueTestReader.read(section);
        if (path.isEmpty() || tests.isEmpty()) return Optional.empty();
        List<Condition> conditions = tests.get().stream()
                .<Condition>map(test -> new Condition.TraitIs(path.get(), test))
                .toList();
        return Optional.of(conditions.size() == 1 ? conditions.getFirst() : new Condition.All(conditions));
    }

    private static Optional<Condition> event(Field field, Section section) {
        Optional<String> event = field.line();
        Optional<List<Where>> where = where(section);
        Optional<Field> countField = section.optional("count");
        Optional<ValueTest> count = countField.isEmpty()
                ? Optional.of(new ValueTest.AtLeast(BigDecimal.ONE))
                : countField.flatMap(ConditionReader::count);
        Optional<Field> withinField = section.optional("within");
        Optional<Duration> within = withinField.flatMap(ConditionReader::within);
        if (event.isEmpty() || where.isEmpty() || count.isEmpty()) return Optional.empty();
        if (withinField.isPresent() && within.isEmpty()) return Optional.empty();
        var query = new EventQuery(event.get(), where.get(), Optional.empty());
        Window window = within.<Window>map(Window.Rolling::new).orElse(Window.EVER);
        return Optional.of(new Condition.Measured(query, Measure.COUNT, window, count.get()));
    }

    /** Which events: {@code event}, {@code where}, {@code key}. */
    static Optional<EventQuery> query(Section section) {
        Optional<String> event =
                section.required("event", "an event's name, e.g. Product Added").flatMap(Field::line);
        Optional<List<Where>> where = where(section);
        Optional<Field> keyField = section.optional("key");
        Optional<String> key = keyField.flatMap(Field::line);
        section.close();
        if (event.isEmpty() || where.isEmpty() || (keyField.isPresent() && key.isEmpty())) return Optional.empty();
        return Optional.of(new EventQuery(event.get(), where.get(), key));
    }

    /** One test of a property, or a list of which all must pass. */
    private static Optional<List<Where>> where(Section section) {
        Optional<Field> field = section.optional("where");
        if (field.isEmpty()) return Optional.of(List.of());
        Optional<List<Field>> items = field.get().oneOrMore();
        if (items.isEmpty()) return Optional.empty();
        var all = new ArrayList<Where>();
        boolean complete = true;
        for (Field item : items.get()) {
            Optional<Section> part = item.section("property and a test, e.g. {property: total, atLeast: 50}");
            Optional<String> property = part.flatMap(it -> it.required("property", "a property's name, e.g. total"))
                    .flatMap(Field::line);
            Optional<List<ValueTest>> tests = part.flatMap(ValueTestReader::read);
            part.ifPresent(Section::close);
            if (property.isPresent() && tests.isPresent()) {
                for (ValueTest test : tests.get()) all.add(new Where(property.get(), test));
            } else {
                complete = false;
            }
        }
        return complete ? Optional.of(all) : Optional.empty();
    }

    private static Optional<ValueTest> count(Field field) {
        Optional<Section> section = field.section("e.g. {atLeast: 3}");
        if (section.isEmpty()) return Optional.empty();
        Optional<Field> minField = section.get().optional("atLeast");
        Optional<Field> maxField = section.get().optional("atMost");
        Optional<Field> exactField = section.get().optional("exactly");
        section.get().close();
        Optional<Integer> min = minField.flatMap(ConditionReader::number);
        Optional<Integer> max = maxField.flatMap(ConditionReader::number);
        Optional<Integer> exact = exactField.flatMap(ConditionReader::number);
        if (exactField.isPresent() && (minField.isPresent() || maxField.isPresent())) {
            field.error("count is either exactly, or atLeast and atMost");
            return Optional.empty();
        }
        if (exactField.isPresent()) return exact.map(count -> new ValueTest.Equals(Value.of(count)));
        if (minField.isPresent() && maxField.isPresent()) return between(field, min, max);
        if (minField.isPresent()) return min.map(ConditionReader::atLeast);
        if (maxField.isPresent()) return max.map(ConditionReader::atMost);
        field.error("count has no test; expected atLeast, atMost or exactly");
        return Optional.empty();
    }

    private static Optional<ValueTest> between(Field field, Optional<Integer> min, Optional<Integer> max) {
        if (min.isEmpty() || max.isEmpty()) return Optional.empty();
        if (min.get() <= max.get())
            return Optional.of(new ValueTest.Both(List.of(atLeast(min.get()), atMost(max.get()))));
        field.error("count can never be at least %d and at most %d".formatted(min.get(), max.get()));
        return Optional.empty();
    }

    private static ValueTest atLeast(int min) {
        return new ValueTest.AtLeast(BigDecimal.valueOf(min));
    }

    private static ValueTest atMost(int max) {
        return new ValueTest.AtMost(BigDecimal.valueOf(max));
    }

    private static Optional<Integer> number(Field field) {
        return field.whole(0, COUNT_MAX);
    }

    private static Optional<Duration> within(Field field) {
        Optional<Duration> within = field.duration();
        if (within.isEmpty() || within.get().isPositive()) return within;
        field.error("within is a window longer than 0s; expected e.g. 30d");
        return Optional.empty();
    }
}
