package io.carillon.core.condition;

import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Events of somebody who shops. */
final class Shoppers {
    static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private Shoppers() {}

    static Instant at(long second) {
        return START.plusSeconds(second);
    }

    static Event event(String id, String name, Instant at, Map<String, ? extends Value> properties) {
        return new Event(
                new MessageId(id),
                EventType.TRACK,
                name,
                at,
                at,
                "site",
                List.of(new Identifier(IdentifierKind.USER, "ada")),
                Value.of(properties),
                Value.Fields.NONE,
                Value.Fields.NONE);
    }
}
