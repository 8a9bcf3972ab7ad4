package io.carillon.core.condition;

import io.carillon.core.event.Event;
import io.carillon.core.value.Value;
import java.util.List;
import java.util.Optional;

/** Which occurrences are meant. Compared by what it asks; immutable. */
public final class EventQuery {
    /** A longer key is replaced by its beginning and its hash. */
    public static final int KEY_LENGTH_MAX = 200;

    private final Asked asked;
    private final Optional<String> keyProperty;
    private final QueryId id;

    /**
     * What is asked for.
     *
     * @param name byte for byte
     * @param where all of them must match
     * @param each items that count each for itself; an occurrence without one does not match
     * @param during nothing outside it matches
     */
    public record Asked(Occurrence.Kind kind, String name, List<Where> where, Optional<Each> each, Range during) {
        public Asked {
            where = List.copyOf(where);
        }
    }

    public EventQuery(Asked asked) {
        this(asked, Optional.empty());
    }

    /**
     * Asks for events of a name.
     *
     * @param keyProperty the property whose values are kept apart, for example {@code cart_id}
     */
    public EventQuery(String event, List<Where> where, Optional<String> keyProperty) {
        this(new Asked(Occurrence.Kind.EVENT, event, where, Optional.empty(), Range.EVER), keyProperty);
    }

    private EventQuery(Asked asked, Optional<String> keyProperty) {
        this.asked = asked;
        this.keyProperty = keyProperty;
        this.id = Canonical.idOf(asked, keyProperty);
    }

    /** Every event of a name. */
    public static EventQuery named(String event) {
        return new EventQuery(event, List.of(), Optional.empty());
    }

    public Asked asked() {
        return asked;
    }

    /** The event's name. */
    public String event() {
        return asked.name();
    }

    public Optional<String> keyProperty() {
        return keyProperty;
    }

    public QueryId id() {
        return id;
    }

    public boolean matches(Event candidate) {
        return matches(Occurrence.of(candidate));
    }

    public boolean matches(Occurrence candidate) {
        return candidate.kind() == asked.kind()
                && candidate.name().equals(asked.name())
                && asked.during().contains(candidate.stamp().at())
                && Where.all(asked.where(), candidate.properties())
                && (asked.each().isEmpty() || weight(candidate) > 0);
    }

    /** How much a matching occurrence counts: 1, or the number of its items that do. */
    int weight(Occurrence matching) {
        return asked.each().map(each -> each.of(matching.properties()).size()).orElse(1);
    }

    /** The values of a property; where items count each for itself, the property is theirs. */
    List<Value> measured(Occurrence matching, String property) {
        if (asked.each().isEmpty()) return Path.in(matching.properties(), property);
        return asked.each().get().of(matching.properties()).stream()
                .flatMap(item -> Path.in(item, property).stream())
                .toList();
    }

    /** The key that an event carries: the empty key when it has none or the query asks for none. */
    public String keyOf(Event matching) {
        return keyOf(matching.properties());
    }

    String keyOf(Value.Fields properties) {
        return keyProperty.flatMap(properties::at).map(EventQuery::keyText).orElse("");
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
