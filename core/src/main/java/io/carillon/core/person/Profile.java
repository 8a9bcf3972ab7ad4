package io.carillon.core.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Event;
import io.carillon.core.event.Lineages;
import io.carillon.core.event.Stamp;
import io.carillon.core.value.Value;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a person's silos say of them, each fact with the latest event time.
 *
 * @param traits by name, at most {@value #TRAITS_MAX}
 * @param context facts that come with any event and are no traits: {@code timezone}, {@code locale}
 */
public record Profile(SortedMap<String, Trait> traits, SortedMap<String, Trait> context) {
    public static final Profile EMPTY = new Profile(new TreeMap<>(), new TreeMap<>());
    public static final int TRAITS_MAX = 500;

    private static final String TIME_ZONE = "timezone";
    private static final String TRAITS = "/traits";
    private static final String CONTEXT = "/context";
    private static final List<String> KEPT_CONTEXT = List.of(TIME_ZONE, "locale");

    public Profile {
        traits = Collections.unmodifiableSortedMap(traits);
        context = Collections.unmodifiableSortedMap(context);
    }

    /** With what the event says; an older event changes only what no later one has said. */
    public Profile with(Event event) {
        SortedMap<String, Trait> newTraits = with(traits, event.traits(), event, TRAITS);
        SortedMap<String, Trait> newContext = with(context, kept(event.context()), event, CONTEXT);
        return new Profile(newTraits, newContext);
    }

    /** With one fact that did not come by an event. */
    public Profile with(String name, Trait trait) {
        if (traits.size() >= TRAITS_MAX && !traits.containsKey(name)) return this;
        var after = new TreeMap<>(traits);
        after.merge(name, trait, Trait::later);
        return new Profile(after, context);
    }

    public Profile merge(Profile other) {
        return new Profile(merge(traits, other.traits), merge(context, other.context));
    }

    /** The traits that have a value, under the names they were sent with. */
    public Value.Fields values() {
        var values = new LinkedHashMap<String, Value>();
        traits.forEach((name, trait) -> {
            if (trait.value() != Value.Nothing.NOTHING) values.put(name, trait.value());
        });
        return new Value.Fields(values);
    }

    /** The same as they were sent, before they were cleansed. */
    public Value.Fields rawValues() {
        var values = new LinkedHashMap<String, Value>();
        traits.forEach((name, trait) -> {
            if (trait.value() != Value.Nothing.NOTHING) values.put(name, trait.raw());
        });
        return new Value.Fields(values);
    }

    public Optional<Value> value(String name) {
        return Optional.ofNullable(traits.get(name)).map(Trait::value).filter(value -> value != Value.Nothing.NOTHING);
    }

    /** The person's own clock: the trait {@code timezone}, else the last {@code context.timezone}. */
    public Optional<ZoneId> zone() {
        return zoneIn(traits).or(() -> zoneIn(context));
    }

    private static Optional<ZoneId> zoneIn(SortedMap<String, Trait> facts) {
        Trait trait = facts.get(TIME_ZONE);
        if (trait == null || !(trait.value() instanceof Value.Text(var text))) return Optional.empty();
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty(); // a shop's typing error is no reason to fail; the next source of a zone is asked
        }
    }

    private static Value.Fields kept(Value.Fields context) {
        var kept = new LinkedHashMap<String, Value>();
        for (String name : KEPT_CONTEXT) context.get(name).ifPresent(value -> kept.put(name, value));
        return new Value.Fields(kept);
    }

    /** @param part which of the event's fields this is, as its lineage says it */
    private static SortedMap<String, Trait> with(
            SortedMap<String, Trait> before, Value.Fields said, Event event, String part) {
        if (said.isEmpty()) return before;
        var after = new TreeMap<>(before);
        Stamp stamp = event.stamp();
        Lineages lineages = event.lineage();
        for (Map.Entry<String, Value> entry : said.fields().entrySet()) {
            if (after.size() >= TRAITS_MAX && !after.containsKey(entry.getKey())) continue;
            Lineages lineage = lineages.isEmpty() ? lineages : lineages.at(Lineages.inner(part, entry.getKey()));
            var trait = new Trait(entry.getValue(), stamp, event.source(), lineage);
            after.merge(entry.getKey(), trait, Trait::later);
        }
        return after;
    }

    private static SortedMap<String, Trait> merge(SortedMap<String, Trait> one, SortedMap<String, Trait> other) {
        var merged = new TreeMap<>(one);
        other.forEach((name, trait) -> merged.merge(name, trait, Trait::later));
        return merged.size() <= TRAITS_MAX ? merged : latest(merged);
    }

    /** The latest {@value #TRAITS_MAX}: the same in whatever order profiles merge. */
    private static SortedMap<String, Trait> latest(SortedMap<String, Trait> traits) {
        var latest = new TreeMap<String, Trait>();
        traits.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Trait> it) -> it.getValue().stamp())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(TRAITS_MAX)
                .forEach(it -> latest.put(it.getKey(), it.getValue()));
        return latest;
    }

    public void write(ByteWriter out) {
        out.map(traits, (name, to) -> to.text(name), Trait::write);
        out.map(context, (name, to) -> to.text(name), Trait::write);
    }

    public static Profile read(ByteReader in) {
        return new Profile(in.sortedMap(ByteReader::text, Trait::read), in.sortedMap(ByteReader::text, Trait::read));
    }
}
