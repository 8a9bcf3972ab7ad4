package io.carillon.core.entity;

import io.carillon.core.condition.Occurrence;
import io.carillon.core.entity.audit.TraitsCompared;
import io.carillon.core.entity.customer.Customer;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.journey.Journeys;
import io.carillon.core.entity.segment.Segments;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.host.Effect;
import io.carillon.core.identity.Linking;

/** An event of a customer: identify, profile, segment, journey, in this order. */
final class Happenings {
    private Happenings() {}

    /** Total: the event is in the history and its identifiers are claimed, whatever becomes of the rest. */
    static void identify(Turn turn, Event event, Identifier via) {
        turn.record(new HistoryEntry.Happened(turn.now(), event, via));
        Linkage.take(turn, Linking.onEvent(turn.links(), event, turn.knowledge().identity(), turn.now()));
    }

    static void apply(Turn turn, Event event) {
        Customer customer = turn.customer();
        TraitsCompared.of(customer.profile(), event)
                .ifPresent(it -> turn.effects().add(new Effect.Notify(it)));
        turn.become(customer.with(customer.profile().with(event))
                .with(customer.groups().with(event))
                .seen(event.occurredAt()));
        if (!event.isHistory()) {
            turn.become(turn.customer().with(turn.customer().consents().meeting()));
        }
        turn.observe(Occurrence.of(event));
        Choices.onEvent(turn, event);
        Segments.settle(turn);
        Journeys.onEvent(turn, event);
    }
}
