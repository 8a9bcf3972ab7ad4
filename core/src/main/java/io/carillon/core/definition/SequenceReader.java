package io.carillon.core.definition;

import io.carillon.core.condition.Condition;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.Range;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One thing after the other: {@code sequence}, with a window. */
final class SequenceReader {
    private static final int WITHOUT_MAX = 10;

    private final Draft draft;
    private final OccurrenceReader occurrences;

    SequenceReader(Draft draft) {
        this.draft = draft;
        this.occurrences = new OccurrenceReader(draft);
    }

    /** Empty after reporting what is wrong. */
    Optional<Condition> read(Field field, Section section) {
        Optional<WindowReader.When> when = new WindowReader(draft.zone).read(section);
        Optional<List<Field>> items = field.items();
        if (items.isEmpty()) return Optional.empty();
        int count = items.get().size();
        if (count < 2 || count > Condition.Sequence.STEPS_MAX) {
            field.error("a sequence has 2 to %d steps, not %d".formatted(Condition.Sequence.STEPS_MAX, count));
            return Optional.empty();
        }
        var steps = new ArrayList<Condition.Then>();
        for (int i = 0; i < count; i++) {
            step(items.get().get(i), i == 0, when.map(WindowReader.When::range)).ifPresent(steps::add);
        }
        if (when.isEmpty() || steps.size() < count) return Optional.empty();
        RetentionSection.warn(section, when.get().window(), steps.getFirst().query(), draft);
        return Optional.of(new Condition.Sequence(steps, when.get().window()));
    }

    private Optional<Condition.Then> step(Field field, boolean isFirst, Optional<Range> during) {
        Optional<Section> section = field.section("what happened, e.g. {event: Product Viewed}");
        if (section.isEmpty()) return Optional.empty();
        Optional<EventQuery> query =
                OccurrenceReader.head(section.get()).flatMap(head -> occurrences.read(head, section.get(), during));
        Optional<Field> withinField = section.get().optional("within");
        Optional<Field> withoutField = section.get().optional("without");
        section.get().close();
        if (isFirst && (withinField.isPresent() || withoutField.isPresent())) {
            Field odd = withinField.or(() -> withoutField).orElseThrow();
            odd.report()
                    .error(
                            odd.key(),
                            "\"%s\" counts from the step before; the first step has none".formatted(odd.name()));
            return Optional.empty();
        }
        Optional<Duration> within = withinField.flatMap(SequenceReader::within);
        Optional<List<EventQuery>> without = withoutField.map(this::without).orElse(Optional.of(List.of()));
        if (query.isEmpty() || without.isEmpty() || withinField.isPresent() != within.isPresent())
            return Optional.empty();
        return Optional.of(new Condition.Then(query.get(), within, without.get()));
    }

    private static Optional<Duration> within(Field field) {
        Optional<Duration> within = field.duration();
        if (within.isEmpty() || within.get().isPositive()) return within;
        field.error("within is longer than 0s; expected e.g. 1h");
        return Optional.empty();
    }

    private Optional<List<EventQuery>> without(Field field) {
        Optional<List<Field>> items = field.oneOrMore();
        if (items.isEmpty()) return Optional.empty();
        if (items.get().size() > WITHOUT_MAX) {
            field.error("without has at most %d items, not %d"
                    .formatted(WITHOUT_MAX, items.get().size()));
            return Optional.empty();
        }
        var queries = new ArrayList<EventQuery>();
        for (Field item : items.get()) {
            Optional<Section> section = item.section("what must not happen, e.g. {event: Cart Emptied}");
            section.flatMap(OccurrenceReader::head)
                    .flatMap(head -> occurrences.read(head, section.get(), Optional.of(Range.EVER)))
                    .ifPresent(queries::add);
            section.ifPresent(Section::close);
        }
        return queries.size() == items.get().size() ? Optional.of(queries) : Optional.empty();
    }
}
