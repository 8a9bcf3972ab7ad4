package io.carillon.server.plan;

import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What was seen of a source's events, added up, and written down as a plan. One thread. */
public final class PlanDraft {
    private static final int EVENTS_MAX = 1_000;

    private final KindGuess kinds;
    private final Map<String, Shape> events = new TreeMap<>();
    private final Shape traits;
    private long seen;

    public PlanDraft(KindGuess kinds) {
        this.kinds = kinds;
        traits = new Shape(kinds);
    }

    public void add(Event event) {
        seen++;
        if (event.type() == EventType.TRACK) {
            Shape known = events.get(event.name());
            if (known == null && events.size() < EVENTS_MAX) {
                known = new Shape(kinds);
                events.put(event.name(), known);
            }
            if (known != null) known.add(event.properties());
        }
        if (!event.traits().isEmpty()) traits.add(event.traits());
    }

    /** How many events it is drafted from. */
    public long seen() {
        return seen;
    }

    /**
     * The plan, as a file of a workspace. It observes: what its author has looked at may quarantine or block.
     *
     * @param source whose events these are; empty for all
     */
    public String toYaml(String name, Optional<String> source) {
        var yaml = new YamlText();
        yaml.comment(
                "Drafted from %d events. Read it, correct it, then let mode be quarantine or block.".formatted(seen));
        yaml.field("plan", Value.of(name));
        source.ifPresent(only -> yaml.field("sources", Value.of(List.of(Value.of(only)))));
        yaml.field("mode", Value.of("observe"));
        yaml.field("unplanned", Value.of("observe"));
        if (!events.isEmpty()) {
            yaml.open("events");
            events.forEach((event, shape) -> {
                yaml.comment("seen %d times".formatted(shape.count()));
                yaml.open(event);
                shape.writeSchema(yaml);
                yaml.close();
            });
            yaml.close();
        }
        Map<String, String> traitKinds = traits.kinds();
        if (!traitKinds.isEmpty()) {
            yaml.open("traits");
            traitKinds.forEach((trait, kind) -> yaml.field(trait, Value.of(kind)));
            yaml.close();
        }
        return yaml.toString();
    }
}
