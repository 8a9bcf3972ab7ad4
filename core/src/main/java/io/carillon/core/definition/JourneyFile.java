package io.carillon.core.definition;

import io.carillon.core.condition.Condition;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.journey.Exit;
import io.carillon.core.journey.JourneyDefinition;
import io.carillon.core.journey.JourneyId;
import io.carillon.core.journey.Reentry;
import io.carillon.core.journey.Step;
import io.carillon.core.journey.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** {@code journeys/*.yaml}. */
final class JourneyFile {
    private static final String EVENT = "event, e.g. {event: Product Added, key: cart_id}";

    private final Draft draft;

    private JourneyFile(Draft draft) {
        this.draft = draft;
    }

    static void read(Section section, Draft draft) {
        new JourneyFile(draft).read(section);
    }

    private void read(Section section) {
        Optional<Field> named = section.required("journey", "a name, e.g. abandoned-cart");
        Optional<String> id = named.flatMap(Field::id);
        Optional<EventQuery> trigger = section.required("trigger", EVENT).flatMap(this::query);
        Optional<Field> whenField = section.optional("when");
        Optional<Condition> when = whenField.flatMap(draft.named::read);
        Optional<List<Exit>> exits = section.optional("exit").map(this::exits).orElse(Optional.of(List.of()));
        Optional<Reentry> reentry =
                section.optional("reentry").map(JourneyFile::reentry).orElse(Optional.of(new Reentry.Always()));
        Optional<Boolean> restart = section.optional("restart").map(Field::flag).orElse(Optional.of(false));
        Optional<List<Step>> steps =
                section.required("steps", "a list, e.g. - wait: 1h").flatMap(field -> StepReader.read(field, draft));

        if (id.equals(Optional.of(OccurrenceReader.ANY))) {
            named.get().error("\"any\" stands for every journey in conditions; expected another name");
        }
        if (id.isEmpty() || !draft.journeyNames.define(named.get(), id.get())) return;
        boolean isRead = trigger.isPresent()
                && whenField.isPresent() == when.isPresent()
                && exits.isPresent()
                && reentry.isPresent()
                && restart.isPresent()
                && steps.isPresent();
        if (!isRead) return;
        var journey = new JourneyId(id.get());
        draft.journeyFiles.put(journey, named.get().report().file());
        draft.journeys.put(
                journey,
                JourneyDefinition.of(
                        journey,
                        new Trigger(trigger.get()),
                        when,
                        exits.get(),
                        reentry.get(),
                        restart.get(),
                        steps.get()));
    }

    private Optional<EventQuery> query(Field field) {
        return field.section(EVENT).flatMap(section -> ConditionReader.query(section, draft));
    }

    private Optional<List<Exit>> exits(Field field) {
        Optional<List<Field>> items = field.oneOrMore();
        if (items.isEmpty()) return Optional.empty();
        var exits = new ArrayList<Exit>();
        for (Field item : items.get()) query(item).map(Exit::new).ifPresent(exits::add);
        return exits.size() == items.get().size() ? Optional.of(exits) : Optional.empty();
    }

    /** {@code never}, {@code always}, {@code after: 30d} as a mapping or, quoted, as a text. */
    private static Optional<Reentry> reentry(Field field) {
        if (field.node() instanceof MappingNode) {
            Optional<Section> section = field.section("after");
            Optional<Reentry> after = section.flatMap(it -> it.required("after", "a duration, e.g. 30d"))
                    .flatMap(Field::duration)
                    .map(Reentry.After::new);
            section.ifPresent(Section::close);
            return after;
        }
        Optional<String> text = field.text();
        if (text.isEmpty()) return Optional.empty();
        Optional<Reentry> reentry = switch (text.get()) {
            case "never" -> Optional.of(new Reentry.Never());
            case "always" -> Optional.of(new Reentry.Always());
            default ->
                text.get().startsWith("after")
                        ? Field.duration(text.get().replaceFirst("^after:?", ""))
                                .map(Reentry.After::new)
                        : Optional.empty();
        };
        if (reentry.isEmpty()) {
            field.error("%s is unknown; expected never, always, or {after: 30d}".formatted(field.quoted(text.get())));
        }
        return reentry;
    }
}
