package io.carillon.testkit.identity;

import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.event.Stamp;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who owns what when events come one at a time, each handled to its end: no messages, no epochs, no roles. A customer is
 * named by the identifier it was born at.
 */
public final class Oracle {
    private final SortedMap<Identifier, Identifier> owners = new TreeMap<>();
    private final SortedMap<Identifier, Stamp> used = new TreeMap<>();
    private final SortedMap<MessageId, Identifier> history = new TreeMap<>();

    public static Oracle after(List<Event> events) {
        var oracle = new Oracle();
        events.forEach(oracle::handle);
        return oracle;
    }

    /** Identifier to customer. */
    public SortedMap<Identifier, Identifier> owners() {
        return Collections.unmodifiableSortedMap(owners);
    }

    /** Event to customer. */
    public SortedMap<MessageId, Identifier> history() {
        return Collections.unmodifiableSortedMap(history);
    }

    private void handle(Event event) {
        Identifier customer = owners.computeIfAbsent(event.strongest(), born -> born);
        history.put(event.id(), customer);
        for (Identifier identifier : event.identifiers()) {
            customer = link(customer, identifier, event);
            if (namesUserOf(customer, event) && owns(customer, identifier)) {
                used.merge(identifier, event.stamp(), Stamp::max);
            }
        }
    }

    /** Gives who the customer is afterwards. */
    private Identifier link(Identifier customer, Identifier identifier, Event event) {
        Identifier owner = owners.computeIfAbsent(identifier, _ -> customer);
        if (owner.equals(customer)) return customer;
        if (isUser(owner) && isUser(customer)) {
            if (mayMove(customer, identifier, event)) {
                owners.put(identifier, customer);
                used.remove(identifier); // by its former owner
            }
            return customer;
        }
        return owner.compareTo(customer) < 0 ? join(customer, owner) : join(owner, customer);
    }

    private boolean mayMove(Identifier customer, Identifier identifier, Event event) {
        boolean movable = identifier.kind() == IdentifierKind.DEVICE || identifier.kind() == IdentifierKind.ANONYMOUS;
        Stamp last = used.get(identifier);
        return movable
                && namesUserOf(customer, event)
                && (last == null || event.stamp().isAfter(last));
    }

    private Identifier join(Identifier weaker, Identifier stronger) {
        owners.replaceAll((_, owner) -> owner.equals(weaker) ? stronger : owner);
        history.replaceAll((_, owner) -> owner.equals(weaker) ? stronger : owner);
        return stronger;
    }

    private boolean namesUserOf(Identifier customer, Event event) {
        return event.identifiers().stream().anyMatch(identifier -> isUser(identifier) && owns(customer, identifier));
    }

    private boolean owns(Identifier customer, Identifier identifier) {
        return customer.equals(owners.get(identifier));
    }

    private static boolean isUser(Identifier identifier) {
        return identifier.kind() == IdentifierKind.USER;
    }
}
