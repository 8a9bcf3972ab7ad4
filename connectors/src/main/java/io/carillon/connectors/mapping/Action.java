package io.carillon.connectors.mapping;

import io.carillon.core.condition.Where;
import io.carillon.core.event.EventType;
import io.carillon.core.person.Channel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is to be said of a row. */
public sealed interface Action {
    Scope scope();

    /**
     * Of which records.
     *
     * @param each path to a list in the row; the action is for each of its items
     * @param when what a record must pass, all of it
     */
    record Scope(Optional<String> each, List<Where> when) {
        static final Scope NONE = new Scope(Optional.empty(), List.of());
    }

    /**
     * A call of the tracking protocol.
     *
     * @param head its fields beside traits, properties and context, as {@code userId}
     */
    record Call(
            Scope scope,
            EventType type,
            Map<String, Expression> head,
            Parts traits,
            Parts properties,
            Map<String, Expression> externalIds,
            List<Choice> consents)
            implements Action {}

    /** Named values, and whether every column of the record is taken under its own name before them. */
    record Parts(boolean all, Map<String, Expression> named) {
        static final Parts NONE = new Parts(false, Map.of());
    }

    /** What somebody said they want to hear of. */
    record Choice(Channel channel, String topic, Expression subscribed) {}

    /** The record is a call of the tracking protocol already. */
    record AsSent(Scope scope) implements Action {}

    /** Nothing is to be sent to an address any more. */
    record Suppress(Scope scope, Channel channel, Expression address, Expression why) implements Action {}

    /** Somebody wants to hear no more of some topics at an address; none named means all. */
    record Unsubscribe(Scope scope, Channel channel, Expression address, List<String> topics, Optional<Expression> at)
            implements Action {}
}
