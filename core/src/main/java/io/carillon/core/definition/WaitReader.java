package io.carillon.core.definition;

import io.carillon.core.condition.Condition;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.journey.Step;
import io.carillon.core.journey.StepId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** {@code wait}: for a while, until an event, until a condition holds, or until a time of day. */
final class WaitReader {
    private static final String UNTIL = "until and atMost, e.g. {until: {event: Order Shipped}, atMost: 2d}";

    /** {@code mon} to {@code sun}. */
    private static final List<String> DAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> day.name().substring(0, 3).toLowerCase(Locale.ROOT))
            .toList();

    private WaitReader() {}

    static Optional<Step> read(Field field, StepId id, Draft draft) {
        if (!(field.node() instanceof MappingNode)) {
            return field.duration().map(duration -> new Step.Wait(id, duration));
        }
        Optional<Section> section = field.section(UNTIL);
        Optional<Field> until = section.flatMap(it -> it.required("until", "an event, a condition or a time of day"));
        boolean isTime = until.isPresent() && until.get().node() instanceof ScalarNode;
        Optional<Field> days = isTime ? section.flatMap(it -> it.optional("days")) : Optional.empty();
        Optional<Duration> atMost = isTime
                ? Optional.empty()
                : section.flatMap(it -> it.required("atMost", "a duration, e.g. 2d"))
                        .flatMap(WaitReader::atMost);
        section.ifPresent(Section::close);
        if (until.isEmpty()) return Optional.empty();
        if (isTime) return time(until.get(), days, id);
        if (speaksOfAnEvent(until.get())) {
            Optional<EventQuery> event = until.get()
                    .section("event, e.g. {event: Order Shipped}")
                    .flatMap(it -> ConditionReader.query(it, draft));
            return event.flatMap(it -> atMost.map(most -> new Step.WaitFor(id, it, most)));
        }
        Optional<Condition> condition = draft.named.read(until.get());
        return condition.flatMap(it -> atMost.map(most -> new Step.WaitUntil(id, it, most)));
    }

    private static Optional<Step> time(Field until, Optional<Field> days, StepId id) {
        Optional<LocalTime> time = until.timeOfDay();
        Optional<SortedSet<DayOfWeek>> allowed = days.isEmpty()
                ? Optional.of(new TreeSet<>(List.of(DayOfWeek.values())))
                : days.flatMap(WaitReader::days);
        return time.flatMap(it -> allowed.map(on -> new Step.WaitTime(id, it, on)));
    }

    private static Optional<SortedSet<DayOfWeek>> days(Field field) {
        Optional<List<Field>> items = field.oneOrMore();
        if (items.isEmpty()) return Optional.empty();
        var days = new TreeSet<DayOfWeek>();
        for (Field item : items.get()) {
            Optional<String> word = item.word(DAYS);
            if (word.isEmpty()) return Optional.empty();
            days.add(DayOfWeek.of(DAYS.indexOf(word.get()) + 1));
        }
        return Optional.of(days);
    }

    /** An event by itself is one that happens from then on; any other condition is one that may hold already. */
    private static boolean speaksOfAnEvent(Field field) {
        return field.node() instanceof MappingNode mapping
                && mapping.getValue().stream()
                        .anyMatch(entry -> entry.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals("event"));
    }

    static Optional<Duration> atMost(Field field) {
        Optional<Duration> duration = field.duration();
        if (duration.isEmpty() || !duration.get().isZero()) return duration;
        field.error("atMost 0s is no wait; expected e.g. 2d");
        return Optional.empty();
    }
}
