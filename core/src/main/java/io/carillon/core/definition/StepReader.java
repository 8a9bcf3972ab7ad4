package io.carillon.core.definition;

import io.carillon.core.condition.Condition;
import io.carillon.core.journey.Step;
import io.carillon.core.journey.StepId;
import io.carillon.core.message.MessageName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The steps of one journey. The ways of a branch come one after the other: first those by which its condition holds, then
 * a {@link Step.Go} over the others. A step without an id is called after its place: {@code 3}, {@code 3.then.1}.
 */
final class StepReader {
    private static final int STEPS_MAX = 200;
    private static final int LEVELS_MAX = 10;
    private static final int WAYS_MAX = 20;
    private static final int WEIGHT_MAX = 1_000_000;
    private static final List<String> KINDS = List.of("wait", "send", "if", "split", "set", "start", "stop", "webhook");
    private static final String WAYS =
            "ways by name, e.g. {short: {weight: 1, steps: [{wait: 1h}]}, none: {weight: 1}}";

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
            case "wait" -> add(WaitReader.read(kind, known, draft));
            case "send" -> add(message(kind).map(name -> new Step.Send(known, name)));
            case "set", "start", "stop", "webhook" -> add(ActionReader.read(kind, known, draft));
            case "split" -> split(kind, known, level);
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

    /** Its ways one after the other, each but the last with a {@link Step.Go} over those that follow. */
    private void split(Field kind, StepId id, int level) {
        List<Field> fields = kind.section(WAYS).map(Section::all).orElse(List.of());
        if (fields.size() < 2 || fields.size() > WAYS_MAX) {
            fail(kind, "split leads %d ways; expected 2 to %d %s".formatted(fields.size(), WAYS_MAX, WAYS));
            return;
        }
        int at = steps.size();
        steps.add(new Step.Go(id, at)); // keeps the place until it is known where the ways begin
        var ways = new ArrayList<Step.Way>();
        var ends = new ArrayList<Integer>();
        for (Field field : fields) {
            Optional<String> name = new Field(field.report(), "way", field.key(), field.key()).id();
            Optional<Section> section = field.section("weight and steps");
            Optional<Integer> weight = section.flatMap(it -> it.required("weight", "a whole number, e.g. 50"))
                    .flatMap(it -> it.whole(0, WEIGHT_MAX));
            Optional<Field> inner = section.flatMap(it -> it.optional("steps"));
            section.ifPresent(Section::close);
            if (name.isEmpty() || weight.isEmpty()) isGood = false;
            ways.add(new Step.Way(name.orElse(""), weight.orElse(0), steps.size()));
            inner.ifPresent(it -> all(it, id.text() + "." + name.orElse("") + ".", level + 1));
            ends.add(steps.size());
            steps.add(new Step.Go(id, steps.size()));
        }
        if (isGood && ways.stream().allMatch(way -> way.weight() == 0)) {
            fail(kind, "split leads nobody anywhere; expected a weight above 0");
        }
        for (int end : ends) {
            int place = ends.indexOf(end);
            steps.set(
                    end,
                    new Step.Go(new StepId(id.text() + "." + ways.get(place).name() + ".end"), steps.size()));
        }
        steps.set(at, new Step.Split(id, ways));
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
