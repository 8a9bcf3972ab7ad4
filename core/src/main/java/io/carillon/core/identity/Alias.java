package io.carillon.core.identity;

import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.value.Value;
import java.util.Optional;

/**
 * What an {@code alias} call says: its {@code previousId} and its {@code userId} are one person. Users merge only by it.
 */
final class Alias {
    private static final String PREVIOUS_ID = "previousId";

    private Alias() {}

    /** Whether the owner of this identifier shall be one with the event's customer, whoever it is. */
    static boolean unites(Event event, Identifier identifier) {
        return event.type() == EventType.ALIAS && identifier.kind() == IdentifierKind.USER;
    }

    /** The id that the person shall go by; none where the event does not say which of two it is. */
    static Optional<Wish> wish(Event event) {
        if (event.type() != EventType.ALIAS) return Optional.empty();
        Optional<String> previous = event.properties().get(PREVIOUS_ID).flatMap(Alias::text);
        return previous.flatMap(former -> event.identifiers().stream()
                .filter(identifier ->
                        unites(event, identifier) && !identifier.value().equals(former))
                .findFirst()
                .map(user -> new Wish(user, event.stamp())));
    }

    private static Optional<String> text(Value value) {
        return switch (value) {
            case Value.Text(var text) -> Optional.of(text);
            case Value.Num(var number) ->
                Optional.of(number.stripTrailingZeros().toPlainString());
            default -> Optional.empty();
        };
    }
}
