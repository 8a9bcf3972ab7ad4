package io.carillon.core.definition;

import io.carillon.core.journey.JourneyId;
import io.carillon.core.journey.Step;
import io.carillon.core.journey.StepId;
import io.carillon.core.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Steps that do something at once: {@code set}, {@code start}, {@code stop}, {@code webhook}. */
final class ActionReader {
    private static final String TRAITS = "traits, e.g. {plan: pro, lastBought: {event: name}}";

    private ActionReader() {}

    static Optional<Step> read(Field field, StepId id, Draft draft) {
        return switch (field.name()) {
            case "set" -> set(field, id);
            case "start" ->
                journey(field, draft).map(journey -> {
                    draft.starts.add(new StartLoops.Start(field, journey));
                    return new Step.Start(id, journey);
                });
            case "stop" -> journey(field, draft).map(journey -> new Step.Stop(id, journey));
            default -> webhook(field, id, draft);
        };
    }

    private static Optional<Step> set(Field field, StepId id) {
        Optional<Section> section = field.section(TRAITS);
        if (section.isEmpty()) return Optional.empty();
        List<Field> traits = section.get().all();
        if (traits.isEmpty()) {
            field.error("set changes nothing; expected " + TRAITS);
            return Optional.empty();
        }
        var settings = new ArrayList<Step.Setting>();
        for (Field trait : traits) {
            given(trait).map(value -> new Step.Setting(trait.name(), value)).ifPresent(settings::add);
        }
        return settings.size() == traits.size() ? Optional.of(new Step.SetTraits(id, settings)) : Optional.empty();
    }

    private static Optional<Step.Given> given(Field field) {
        if (field.node() instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL)) {
            return Optional.of(new Step.Given.Literal(Value.Nothing.NOTHING));
        }
        if (!(field.node() instanceof MappingNode)) return field.value().map(Step.Given.Literal::new);
        Optional<Section> section = field.section("event");
        Optional<String> path = section.flatMap(it -> it.required("event", "a property, e.g. product_id"))
                .flatMap(Field::line);
        section.ifPresent(Section::close);
        return path.map(Step.Given.OfEvent::new);
    }

    private static Optional<JourneyId> journey(Field field, Draft draft) {
        Optional<String> name = field.id();
        name.ifPresent(it -> draft.journeyNames.mention(field, it));
        return name.map(JourneyId::new);
    }

    /** {@code webhook: crm}, or with more to say about it. */
    private static Optional<Step> webhook(Field field, StepId id, Draft draft) {
        if (!(field.node() instanceof MappingNode)) {
            return webhookName(field, draft).map(name -> new Step.Call(id, name, Optional.empty(), Optional.empty()));
        }
        Optional<Section> section = field.section("name, e.g. {name: crm, atMost: 1h}");
        Optional<String> name = section.flatMap(it -> it.required("name", "a webhook's name, e.g. crm"))
                .flatMap(it -> webhookName(it, draft));
        Optional<Field> bodyField = section.flatMap(it -> it.optional("body"));
        Optional<Field> atMostField = section.flatMap(it -> it.optional("atMost"));
        section.ifPresent(Section::close);
        Optional<String> body = bodyField.flatMap(Field::text);
        Optional<Duration> atMost = atMostField.flatMap(WaitReader::atMost);
        bodyField.ifPresent(it -> body.ifPresent(text -> TemplatePlace.check(it, text, draft.templates)));
        boolean isRead = bodyField.isPresent() == body.isPresent() && atMostField.isPresent() == atMost.isPresent();
        return isRead ? name.map(it -> new Step.Call(id, it, body, atMost)) : Optional.empty();
    }

    private static Optional<String> webhookName(Field field, Draft draft) {
        Optional<String> name = field.id();
        name.ifPresent(it -> draft.webhookNames.mention(field, it));
        return name;
    }
}
