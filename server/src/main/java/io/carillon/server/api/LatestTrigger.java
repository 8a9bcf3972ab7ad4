package io.carillon.server.api;

import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.event.Event;
import io.carillon.core.host.Host;
import io.carillon.core.journey.JourneyDefinition;
import io.carillon.core.journey.Step;
import io.carillon.core.message.MessageName;
import io.carillon.core.value.Value;
import java.util.Optional;

/** The latest event of a customer that starts a journey which says a message: what its templates would be about. */
record LatestTrigger(Host<?> host, Knowledge knowledge) {
    private static final int ROWS_MAX = 1_000;

    /** Its properties; nothing when none is among their latest {@value #ROWS_MAX} rows. */
    Optional<Value.Fields> of(MessageName message, Root root) {
        var rows = new NewestFirst(host, root.links(), "");
        for (int row = 0; row < ROWS_MAX && rows.hasNext(); row++) {
            if (rows.next() instanceof HistoryEntry.Happened(var _, var event, var _) && leadsTo(message, event)) {
                return Optional.of(event.properties());
            }
        }
        return Optional.empty();
    }

    private boolean leadsTo(MessageName message, Event event) {
        return knowledge.journeysTriggeredBy(event.name()).stream()
                .anyMatch(journey -> journey.trigger().query().matches(event) && says(journey, message));
    }

    private static boolean says(JourneyDefinition journey, MessageName message) {
        return journey.steps().stream()
                .anyMatch(step -> step instanceof Step.Send(var _, var name) && name.equals(message));
    }
}
