package io.carillon.core.condition;

import io.carillon.core.event.Event;
import io.carillon.core.value.Value;
import java.util.List;
import java.util.Optional;

/** Which events are meant. Compared by what it asks; immutable. */
public final class EventQuery {
    /** A longer key is replaced by its beginning and its hash. */
    public static final int KEY_LENGTH_MAX = 200;

    private final String event;
    private final List<Where> where;
    private final Optional<String> keyProperty;
    private final QueryId id;

    /**
     * Asks for events of a name.
     *
     * @param event the event's name, byte for byte
     * @param where all of them must match
     * @param keyProperty the property whose values are kept apart, for example {@code cart_id}
     */
    public EventQuery(String event, List<Where> where, Optional<String> keyProperty) {
        this.event = event;
        this.where = List.copyOf(where);
        this.keyProperty = keyProperty;
        this.id = Canonical.idOf(event, this.where, keyProperty);
    }

    /** Every event of a name. */
    public static EventQuery named(String event) {
        return new EventQuery(event, List.of(), Optional.empty());
    }

    public String event() {
        return event;
    }

    public List<Where> where() {
        return where;
    }

    public Optional<String> keyProperty() {
        return keyProperty;
    }

    public QueryId id() {
        return id;
    }

    public boolean matches(Event candidate) {
        if (!candidate.name().equals(event)) return false;
        for (Where each : where) {
            if (!each.matches(candidate)) return false;
        }
        return true;
    }

    /** The key that an event carries: the empty key when it has none or the query asks for none. */
    public String keyOf(Event matching) {
        return keyProperty
                .flatMap(path -> matching.properties().at(path))
                .map(EventQuery::keyText)
                .orElse("");
    }

    /** Equal amounts give one key: a cart is the same whether its id comes as 7, 7.0 or "7". */
    private static String keyText(Value value) {
        String text = switch (value) {
            case Value.Text(var it) -> it;
            case Value.Nothing _ -> "";
            case Value.Num _, Value.Flag _, Value.Items _, Value.Fields _ -> Canonical.text(value);
        };
        if (text.length() <= KEY_LENGTH_MAX) return text;
        return text.substring(0, KEY_LENGTH_MAX / 2) + "#" + Canonical.hash(text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventQuery that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return id.text();
    }
}
