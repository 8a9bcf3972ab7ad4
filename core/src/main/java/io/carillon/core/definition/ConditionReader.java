package io.carillon.core.definition;

import io.carillon.core.condition.Condition;
import io.carillon.core.condition.DateTest;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.ValueTest;
import io.carillon.core.condition.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Conditions, as segments, roles and journeys write them. One reader reads one condition. */
final class ConditionReader {
    /** More is judged too slowly to be judged at every event. */
    static final int PARTS_MAX = 2_000;

    /** Deeper ones nobody understands, and judging them takes stack. */
    static final int LEVELS_MAX = 50;

    private static final List<String> FORMS = List.of(
            "all",
            "any",
            "not",
            "trait",
            "event",
            "sequence",
            "message",
            "journey",
            "segment",
            "role",
            "subscription",
            "reachable",
            "bucket");

    private static final List<String> TRAIT_TESTS = Stream.concat(
                    ValueTestReader.TESTS.stream(), DateTestReader.TESTS.stream())
            .toList();

    private final Draft draft;
    private final int above;
    private int level;
    private int parts;
    private int levels;

    ConditionReader(Draft draft) {
        this(draft, 0);
    }

    /** @param above levels over it, as it is read for another condition that it is a part of */
    ConditionReader(Draft draft, int above) {
        this.draft = draft;
        this.above = above;
    }

    /** How many parts it has, with those of what it names. */
    int parts() {
        return parts;
    }

    /** How deep it nests, with what it names. */
    int levels() {
        return levels;
    }

    Optional<Condition> read(Field field) {
        if (!takes(field, 1, 1)) return Optional.empty();
        Optional<Section> section = field.section("one of " + String.join(", ", FORMS));
        if (section.isEmpty()) return Optional.empty();
        level++;
        Optional<Condition> condition = read(section.get());
        level--;
        section.get().close();
        return condition;
    }

    /** Whether there is room for a part; reports it once when there is not. */
    private boolean takes(Field field, int moreParts, int moreLevels) {
        int before = parts;
        parts += moreParts;
        levels = Math.max(levels, level + moreLevels);
        if (parts > PARTS_MAX) {
            if (before <= PARTS_MAX) {
                field.error("a condition has at most %d parts, with those of the segments and roles in it"
                        .formatted(PARTS_MAX));
            }
            return false;
        }
        if (above + level + moreLevels <= LEVELS_MAX) return true;
        field.error("a condition nests at most %d levels, with those of the segments and roles in it"
                .formatted(LEVELS_MAX));
        return false;
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
            case "sequence" -> new SequenceReader(draft).read(field, section);
            case "journey" -> section.has("is") ? onJourney(field, section) : measured(field, section);
            case "segment", "role" -> named(field);
            case "subscription" -> Standings.subscription(field, draft);
            case "reachable" -> Standings.reachable(field);
            case "bucket" -> Standings.bucket(field);
            default -> measured(field, section); // event, message
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

    private Optional<Condition> trait(Field field, Section section) {
        Optional<String> path = field.line();
        Optional<List<ValueTest>> values = new ValueTestReader(draft.zone).some(section);
        Optional<List<DateTest>> dates = DateTestReader.some(section);
        if (path.isEmpty() || values.isEmpty() || dates.isEmpty()) return Optional.empty();
        if (values.get().isEmpty() && dates.get().isEmpty()) {
            ValueTestReader.none(section, TRAIT_TESTS);
            return Optional.empty();
        }
        Optional<ComputedTrait> computed = Optional.ofNullable(draft.computedTraits.get(path.get()));
        if (computed.isPresent() && !dates.get().isEmpty()) {
            field.error("trait \"%s\" is computed; expected one of %s"
                    .formatted(path.get(), String.join(", ", ValueTestReader.TESTS)));
            return Optional.empty();
        }
        List<Condition> conditions = Stream.<Condition>concat(
                        values.get().stream()
                                .map(test -> computed.<Condition>map(trait -> trait.that(test))
                                        .orElseGet(() -> new Condition.TraitIs(path.get(), test))),
                        dates.get().stream().map(test -> new Condition.TraitDate(path.get(), test)))
                .toList();
        return Optional.of(conditions.size() == 1 ? conditions.getFirst() : new Condition.All(conditions));
    }

    private Optional<Condition> measured(Field field, Section section) {
        Optional<WindowReader.When> when = new WindowReader(draft.zone).read(section);
        Optional<EventQuery> query =
                new OccurrenceReader(draft).read(field, section, when.map(WindowReader.When::range));
        Optional<MeasureReader.Tested> tested = new MeasureReader(draft.zone).tested(section);
        if (query.isEmpty() || tested.isEmpty() || when.isEmpty()) return Optional.empty();
        RetentionSection.warn(section, when.get().window(), query.get(), draft);
        return Optional.of(new Condition.Measured(
                query.get(),
                tested.get().measure(),
                when.get().window(),
                tested.get().test()));
    }

    private Optional<Condition> onJourney(Field field, Section section) {
        Optional<String> is = section.optional("is").flatMap(it -> it.word(List.of("active")));
        Optional<String> name = field.id();
        if (is.isEmpty() || name.isEmpty()) return Optional.empty();
        if (!name.get().equals(OccurrenceReader.ANY)) {
            return draft.journeyNames.mention(field, name.get())
                    ? Optional.of(new Condition.OnJourney(name.get()))
                    : Optional.empty();
        }
        List<Condition> journeys = draft.journeyNames.names().stream()
                .<Condition>map(Condition.OnJourney::new)
                .toList();
        return takes(field, journeys.size(), 1) ? Optional.of(new Condition.Any(journeys)) : Optional.empty();
    }

    private Optional<Condition> named(Field field) {
        Optional<String> name = field.id();
        if (name.isEmpty()) return Optional.empty();
        Optional<NamedConditions.Read> read = draft.named.of(field, name.get(), above + level);
        if (read.isEmpty() || !takes(field, read.get().parts(), read.get().levels())) return Optional.empty();
        return Optional.of(
                new Condition.Named(field.name(), name.get(), read.get().condition()));
    }

    /** Which events: {@code event}, {@code where}, {@code key}. */
    static Optional<EventQuery> query(Section section, Draft draft) {
        Optional<String> event =
                section.required("event", "an event's name, e.g. Product Added").flatMap(Field::line);
        Optional<List<Where>> where = new OccurrenceReader(draft).where(section);
        Optional<Field> keyField = section.optional("key");
        Optional<String> key = keyField.flatMap(Field::line);
        section.close();
        if (event.isEmpty() || where.isEmpty() || (keyField.isPresent() && key.isEmpty())) return Optional.empty();
        return Optional.of(new EventQuery(event.get(), where.get(), key));
    }
}
