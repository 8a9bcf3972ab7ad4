package io.carillon.core.definition;

import io.carillon.core.definition.TrackingPlan.Consequence;
import io.carillon.core.definition.TrackingPlan.Expected;
import io.carillon.core.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/** {@code plans/*.yaml}. */
final class PlanFile {
    private static final int EVENTS_MAX = 5_000;
    private static final List<String> KINDS = Stream.concat(TrackingPlan.KINDS.stream(), Stream.of(TrackingPlan.AS_IS))
            .toList();

    private PlanFile() {}

    static void read(Section section, Draft draft) {
        Optional<Field> named = section.required("plan", "a name, e.g. shop");
        Optional<String> id = named.flatMap(Field::id);
        SortedSet<String> sources = sources(section, draft);
        Consequence violation =
                consequence(section, "mode", Consequence.OBSERVE).orElse(Consequence.OBSERVE);
        Consequence unplanned =
                consequence(section, "unplanned", Consequence.ALLOW).orElse(Consequence.ALLOW);
        Map<String, Schema> events = events(section);
        Map<String, Expected> traits = expected(section, "traits");
        Map<String, Expected> properties = expected(section, "properties");
        if (id.isEmpty() || !draft.planNames.define(named.get(), id.get())) return;
        draft.plans.put(
                id.get(), new TrackingPlan(id.get(), sources, violation, unplanned, events, traits, properties));
    }

    private static SortedSet<String> sources(Section section, Draft draft) {
        var sources = new TreeSet<String>();
        for (Field item : section.optional("sources").flatMap(Field::oneOrMore).orElse(List.of())) {
            item.id().filter(name -> draft.sourceNames.mention(item, name)).ifPresent(sources::add);
        }
        return sources;
    }

    private static Optional<Consequence> consequence(Section section, String key, Consequence least) {
        return section.optional(key)
                .flatMap(field -> field.word(Consequence.wordsFrom(least)))
                .map(Consequence::ofWord);
    }

    private static Map<String, Schema> events(Section section) {
        var events = new LinkedHashMap<String, Schema>();
        Optional<Section> named = section.optional("events")
                .flatMap(field -> field.section("events by their name, e.g. Order Completed: {required: [total]}"));
        if (named.isEmpty()) return events;
        List<Field> all = named.get().all();
        if (all.size() > EVENTS_MAX) named.get().error("a plan has at most %d events".formatted(EVENTS_MAX));
        for (Field event : all) {
            inSchema(event).flatMap(SchemaField::read).ifPresent(schema -> events.put(event.name(), schema));
        }
        return events;
    }

    /** The schema under {@code schema}, or else all that stands there. */
    private static Optional<Field> inSchema(Field event) {
        if (!(event.node() instanceof MappingNode mapping)) return Optional.of(event);
        var section = new Section(event.report(), mapping);
        if (!section.has("schema")) return Optional.of(event);
        Optional<Field> schema = section.optional("schema");
        section.optional("description").ifPresent(Field::text);
        section.close();
        return schema;
    }

    private static Map<String, Expected> expected(Section section, String key) {
        var byName = new LinkedHashMap<String, Expected>();
        section.optional(key)
                .flatMap(field -> field.section("names with a kind, e.g. loyalty_since: date"))
                .ifPresent(named -> named.all()
                        .forEach(field -> expected(field).ifPresent(expected -> byName.put(field.name(), expected))));
        return byName;
    }

    private static Optional<Expected> expected(Field field) {
        if (field.node() instanceof MappingNode) return SchemaField.read(field).map(Expected.Checked::new);
        return field.word(KINDS)
                .map(word -> word.equals(TrackingPlan.AS_IS) ? new Expected.AsIs() : new Expected.OfKind(word));
    }
}
