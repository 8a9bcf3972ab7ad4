package io.carillon.core.definition;

import io.carillon.core.condition.Each;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Range;
import io.carillon.core.condition.ValueTest;
import io.carillon.core.condition.Where;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.journey.RunEnd;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What happened: {@code event}, {@code message}, {@code journey}, with {@code where} and {@code items}. */
final class OccurrenceReader {
    static final List<String> HEADS = List.of("event", "message", "journey");
    static final String ANY = "any";

    private static final List<String> MESSAGE_WAS = Arrays.stream(DispatchStatus.values())
            .filter(DispatchStatus::isFinal)
            .map(DispatchStatus::word)
            .toList();
    private static final List<String> JOURNEY_WAS = Stream.concat(
                    Stream.of("entered"),
                    Arrays.stream(RunEnd.values()).map(end -> end.name().toLowerCase(Locale.ROOT)))
            .toList();
    private static final int WHERE_MAX = 100;

    private final Draft draft;
    private final ValueTestReader tests;

    OccurrenceReader(Draft draft) {
        this.draft = draft;
        this.tests = new ValueTestReader(draft.zone);
    }

    /**
     * What the head speaks of.
     *
     * @param head one of {@link #HEADS}
     * @param during what is outside it is not meant; empty when it could not be read
     */
    Optional<EventQuery> read(Field head, Section section, Optional<Range> during) {
        Optional<EventQuery.Asked> asked = switch (head.name()) {
            case "message" -> outcome(head, section, Occurrence.Kind.MESSAGE, draft.messageNames, MESSAGE_WAS);
            case "journey" -> outcome(head, section, Occurrence.Kind.JOURNEY, draft.journeyNames, JOURNEY_WAS);
            default -> event(head, section);
        };
        if (asked.isEmpty() || during.isEmpty()) return Optional.empty();
        EventQuery.Asked it = asked.get();
        return Optional.of(
                new EventQuery(new EventQuery.Asked(it.kind(), it.name(), it.where(), it.each(), during.get())));
    }

    /** The head of a part in which nothing but one occurrence is asked for, such as a step of a sequence. */
    static Optional<Field> head(Section section) {
        List<Field> heads =
                HEADS.stream().flatMap(name -> section.optional(name).stream()).toList();
        if (heads.size() == 1) return Optional.of(heads.getFirst());
        if (heads.size() > 1) {
            section.error("%s and %s cannot stand side by side; expected one"
                    .formatted(heads.get(0).name(), heads.get(1).name()));
        } else if (!section.hasNearly(HEADS)) {
            section.error("does not say what happened; expected one of " + String.join(", ", HEADS));
        }
        return Optional.empty();
    }

    private Optional<EventQuery.Asked> event(Field head, Section section) {
        Optional<String> event = head.line();
        Optional<List<Where>> where = where(section);
        Optional<Field> itemsField = section.optional("items");
        Optional<Each> each = itemsField.flatMap(this::each);
        if (event.isEmpty() || where.isEmpty() || itemsField.isPresent() != each.isPresent()) return Optional.empty();
        return Optional.of(new EventQuery.Asked(Occurrence.Kind.EVENT, event.get(), where.get(), each, Range.EVER));
    }

    private Optional<EventQuery.Asked> outcome(
            Field head, Section section, Occurrence.Kind kind, References names, List<String> words) {
        Optional<String> name = head.id();
        boolean isKnown = name.isPresent() && (name.get().equals(ANY) || names.mention(head, name.get()));
        Optional<String> was = section.required("was", String.join(", ", words)).flatMap(field -> field.word(words));
        Optional<List<Where>> where = where(section);
        if (!isKnown || was.isEmpty() || where.isEmpty()) return Optional.empty();
        var all = new ArrayList<Where>();
        if (!name.get().equals(ANY)) all.add(new Where(head.name(), new ValueTest.Equals(Value.of(name.get()))));
        all.addAll(where.get());
        return Optional.of(new EventQuery.Asked(kind, was.get(), all, Optional.empty(), Range.EVER));
    }

    private Optional<Each> each(Field field) {
        Optional<Section> section = field.section("in and where, e.g. {in: products}");
        if (section.isEmpty()) return Optional.empty();
        Optional<String> list = section.get()
                .required("in", "a list of the event, e.g. in: products")
                .flatMap(Field::line);
        Optional<List<Where>> where = where(section.get());
        section.get().close();
        return list.flatMap(path -> where.map(tests -> new Each(path, tests)));
    }

    /** One test of a property, or a list of which all must pass. */
    Optional<List<Where>> where(Section section) {
        Optional<Field> field = section.optional("where");
        if (field.isEmpty()) return Optional.of(List.of());
        Optional<List<Field>> items = field.get().oneOrMore();
        if (items.isEmpty()) return Optional.empty();
        if (items.get().size() > WHERE_MAX) {
            field.get()
                    .error("where has at most %d tests, not %d"
                            .formatted(WHERE_MAX, items.get().size()));
            return Optional.empty();
        }
        var all = new ArrayList<Where>();
        boolean complete = true;
        for (Field item : items.get()) {
            Optional<Section> part = item.section("property and a test, e.g. {property: total, atLeast: 50}");
            Optional<String> property = part.flatMap(it -> it.required("property", "a property's name, e.g. total"))
                    .flatMap(Field::line);
            Optional<List<ValueTest>> passed = part.flatMap(tests::read);
            part.ifPresent(Section::close);
            if (property.isPresent() && passed.isPresent()) {
                for (ValueTest test : passed.get()) all.add(new Where(property.get(), test));
            } else {
                complete = false;
            }
        }
        return complete ? Optional.of(all) : Optional.empty();
    }
}
