package io.carillon.testkit;

import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.MessageId;
import io.carillon.core.host.Address;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** Makes events from short texts. Each gets an id of its own. */
public final class Events {
    private int made;

    /**
     * A track call.
     *
     * @param who identifiers with a space between, as {@code user:ada anonymous:a1}
     * @param properties names and values in turn
     */
    public Event track(String who, String name, Instant occurredAt, Instant now, String... properties) {
        return event(who, EventType.TRACK, name, occurredAt, now, fields(properties), Value.Fields.NONE);
    }

    public Event identify(String who, Instant occurredAt, Instant now, Value.Fields traits) {
        return event(who, EventType.IDENTIFY, EventType.IDENTIFY.word(), occurredAt, now, Value.Fields.NONE, traits);
    }

    public static List<Identifier> identifiers(String who) {
        return Arrays.stream(who.split(" "))
                .map(text -> Identifier.at(new Address(text))
                        .orElseThrow(() -> new IllegalArgumentException("no identifier: " + text)))
                .sorted()
                .toList();
    }

    public static Value.Fields fields(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) throw new IllegalArgumentException("a name without a value");
        var fields = new LinkedHashMap<String, Value>();
        for (int i = 0; i < namesAndValues.length; i += 2)
            fields.put(namesAndValues[i], Value.of(namesAndValues[i + 1]));
        return Value.of(fields);
    }

    private Event event(
            String who,
            EventType type,
            String name,
            Instant occurredAt,
            Instant now,
            Value.Fields properties,
            Value.Fields traits) {
        return new Event(
                new MessageId("m%05d".formatted(++made)),
                type,
                name,
                occurredAt,
                now,
                "site",
                identifiers(who),
                properties,
                traits,
                Value.Fields.NONE);
    }
}
