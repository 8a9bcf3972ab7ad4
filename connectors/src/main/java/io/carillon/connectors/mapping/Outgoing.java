package io.carillon.connectors.mapping;

import io.carillon.core.event.EventType;
import io.carillon.core.person.Channel;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What a row says. */
public sealed interface Outgoing {

    /** For people and machines to look at. */
    Value.Fields toValue();

    /** A call, with its fields as the tracking protocol has them. */
    record Call(EventType type, Value.Fields fields) implements Outgoing {
        @Override
        public Value.Fields toValue() {
            var all = new LinkedHashMap<String, Value>();
            all.put("type", Value.of(type.word()));
            all.putAll(fields.fields());
            return new Value.Fields(all);
        }
    }

    /** Nothing is to be sent to an address any more, and why, as the other tool said it. */
    record Suppress(Channel channel, Place address, String why) implements Outgoing {
        @Override
        public Value.Fields toValue() {
            return shown("suppress", channel, address.text()).with("why", Value.of(why));
        }
    }

    /**
     * Somebody wants no marketing at an address.
     *
     * @param topics none means all
     * @param at when they said so, as it stands in the row
     */
    record Unsubscribe(Channel channel, Place address, List<String> topics, Optional<Place> at) implements Outgoing {
        @Override
        public Value.Fields toValue() {
            Value.Fields shown = shown("unsubscribe", channel, address.text())
                    .with(
                            "topics",
                            topics.isEmpty()
                                    ? Value.of("all")
                                    : Value.of(topics.stream().map(Value::of).toList()));
            return at.isEmpty() ? shown : shown.with("at", at.get().value());
        }
    }

    /**
     * A value, and where it comes from.
     *
     * @param column as in the file, for messages; empty when it is of none
     */
    record Place(String column, Value value) {
        /** What stands there, as text. */
        public String text() {
            return value instanceof Value.Text(var text) ? text.strip() : Json.write(value);
        }
    }

    private static Value.Fields shown(String type, Channel channel, String address) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("type", Value.of(type));
        fields.put("channel", Value.of(channel.word()));
        fields.put("address", Value.of(address));
        return new Value.Fields(fields);
    }
}
