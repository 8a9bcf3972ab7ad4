package io.carillon.core.definition;

import io.carillon.core.condition.Condition;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.journey.Step;
import io.carillon.core.journey.StepId;
import io.carillon.core.message.MessageName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The steps of one journey. The ways of a branch come one after the other: first those by which its condition holds, then
 * a {@link Step.Go} over the others. A step without an id is called after its place: {@code 3}, {@code 3.then.1}.
 */
final class StepReader {
    private static final int STEPS_MAX = 200;
    private static final int LEVELS_MAX = 10;
    private static final List<String> KINDS = List.of("wait", "send", "if");
    private static final String UNTIL = "until and atMost, e.g. {until: {event: Order Shipped}, atMost: 2d}";

    private final Draft draft;
    private final List<Step> steps = new ArrayList<>();
    private final Set<StepId> ids = new LinkedHashSet<>();
    private boolean isGood = true;
    private boolean isFull;

    private StepReader(Draft draft) {
        this.draft = draft;
    }

    static Optional<List<Step>> read(Field field, Draft draft) {
        var reader = new StepReader(draft);
        reader.all(field, "", 1);
        return reader.isGood ? Optional.of(reader.steps) : Optional.empty();
    }

    private void all(Field field, String places, int level) {
        Optional<List<Field>> items = field.items();
        if (items.isEmpty()) isGood = false;
        if (level > LEVELS_MAX) {
            fail(field, "steps stand in each other at most %d deep".formatted(LEVELS_MAX));
            return;
        }
        int place = 0;
        for (Field item : items.orElse(List.of())) {
            if (steps.size() >= STEPS_MAX && !isFull) {
                isFull = true;
                fail(item, "a journey has at most %d steps".formatted(STEPS_MAX));
            }
            if (isFull) return;
            one(item, places + ++place, level);
        }
    }

    private void one(Field field, String place, int level) {
        Optional<Section> section = field.section("a step, e.g. wait: 1h or send: cart-reminder");
        if (section.isEmpty()) {
            isGood = false;
            return;
        }
        Optional<Field> idField = section.get().optional("id");
        Optional<StepId> id = idField.isEmpty()
                ? Optional.of(new StepId(place))
                : idField.flatMap(Field::id).map(StepId::new);
        List<Field> kinds = KINDS.stream()
                .flatMap(kind -> section.get().optional(kind).stream())
                .toList();
        boolean isBranch = kinds.size() == 1 && kinds.getFirst().name().equals("if");
        Optional<Field> then = isBranch ? section.get().optional("then") : Optional.empty();
        Optional<Field> otherwise = isBranch ? section.get().optional("else") : Optional.empty();
        section.get().close();
        if (id.isPresent() && !ids.add(id.get())) {
            fail(field, "step id \"%s\" stands here twice".formatted(id.get().text()));
        }
        if (kinds.size() != 1) {
            fail(field, "a step is one thing; expected one of " + String.join(", ", KINDS));
            return;
        }
        if (id.isEmpty()) isGood = false;
        StepId known = id.orElse(new StepId(place));
        Field kind = kinds.getFirst();
        switch (kind.name()) {
            case "wait" -> add(pause(kind, known));
            case "send" -> add(message(kind).map(name -> new Step.Send(known, name)));
            default -> branch(kind, known, then, otherwise, level);
        }
    }

    private void branch(Field kind, StepId id, Optional<Field> then, Optional<Field> otherwise, int level) {
        if (then.isEmpty() && otherwise.isEmpty()) {
            fail(kind, "if leads nowhere; expected then or else with steps");
            return;
        }
        Optional<Condition> condition = draft.named.read(kind);
        if (condition.isEmpty()) isGood = false;
        int at = steps.size();
        steps.add(new Step.Go(id, at)); // keeps the place until it is known where the ways end
        then.ifPresent(field -> all(field, id.text() + ".then.", level + 1));
        int endOfThen = steps.size();
        if (otherwise.isPresent()) {
            steps.add(new Step.Go(id, endOfThen));
            all(otherwise.get(), id.text() + ".else.", level + 1);
            steps.set(endOfThen, new Step.Go(new StepId(id.text() + ".end"), steps.size()));
        }
        int elseAt = otherwise.isPresent() ? endOfThen + 1 : endOfThen;
        condition.ifPresent(it -> steps.set(at, new Step.Branch(id, it, elseAt)));
    }

    private Optional<Step> pause(Field field, StepId id) {
        if (!(field.node() instanceof MappingNode)) {
            return field.duration().map(duration -> new Step.Wait(id, duration));
        }
        Optional<Section> section = field.section(UNTIL);
        Optional<Field> until = section.flatMap(it -> it.required("until", "an event or a condition"));
        Optional<Duration> atMost = section.flatMap(it -> it.required("atMost", "a duration, e.g. 2d"))
                .flatMap(StepReader::atMost);
        section.ifPresent(Section::close);
        if (until.isEmpty()) return Optional.empty();
        if (speaksOfAnEvent(until.get())) {
            Optional<EventQuery> event = until.get()
                    .section("event, e.g. {event: Order Shipped}")
                    .flatMap(it -> ConditionReader.query(it, draft));
            return event.flatMap(it -> atMost.map(most -> new Step.WaitFor(id, it, most)));
        }
        Optional<Condition> condition = draft.named.read(until.get());
        return condition.flatMap(it -> atMost.map(most -> new Step.WaitUntil(id, it, most)));
    }

    /** An event by itself is one that happens from then on; any other condition is one that may hold already. */
    private static boolean speaksOfAnEvent(Field field) {
        return field.node() instanceof MappingNode mapping
                && mapping.getValue().stream()
                        .anyMatch(entry -> entry.getKeyNode() instanceof ScalarNode key
                                && key.getValue().equals("event"));
    }

    private static Optional<Duration> atMost(Field field) {
        Optional<Duration> duration = field.duration();
        if (duration.isEmpty() || !duration.get().isZero()) return duration;
        field.error("atMost 0s is no wait; expected e.g. 2d");
        return Optional.empty();
    }

    private Optional<MessageName> message(Field field) {
        Optional<String> name = field.id();
        name.ifPresent(it -> draft.messageNames.mention(field, it));
        return name.map(MessageName::new);
    }

    private void add(Optional<Step> step) {
        if (step.isEmpty()) isGood = false;
        step.ifPresent(steps::add);
    }

    private void fail(Field field, String message) {
        field.error(message);
        isGood = false;
    }
}
