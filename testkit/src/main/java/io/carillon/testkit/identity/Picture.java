package io.carillon.testkit.identity;

import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.customer.HistoryCodec;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.person.Person;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.person.Role;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.MessageId;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.IdentifierRole;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a host holds of some identifiers at one moment.
 *
 * @param rows who owns what, by the identifiers themselves
 * @param roots customers that are nobody else
 * @param merged the others, and into whom
 * @param history events, each with the customers at whose address it was written down, once for each row
 * @param onTheWay messages not handled yet
 */
public record Picture(
        SortedMap<Identifier, IdentifierRole> rows,
        SortedMap<CustomerRef, Root> roots,
        SortedMap<CustomerRef, CustomerRef> merged,
        SortedMap<MessageId, List<CustomerRef>> history,
        SortedMap<Identifier, List<PersonMessage>> onTheWay) {
    private static final PersonKind PERSONS = new PersonKind();

    public static Picture of(Seen host, Collection<Identifier> identifiers) {
        var picture = new Picture(new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
        for (Identifier identifier : identifiers) {
            host.state(identifier.address())
                    .map(PERSONS.states()::decode)
                    .ifPresent(person -> picture.add(identifier, person, host.history(identifier.address())));
            var waiting = new ArrayList<PersonMessage>();
            host.onTheWay(identifier.address()).forEach(message -> waiting.add((PersonMessage) message));
            picture.onTheWay.put(identifier, waiting);
        }
        return picture;
    }

    private void add(Identifier identifier, Person person, List<HistoryRow> written) {
        rows.put(identifier, person.identifier());
        for (int generation = 0; generation < person.born().size(); generation++) {
            var customer = new CustomerRef(identifier, generation);
            switch (person.born().get(generation)) {
                case Role.Is(var root) -> roots.put(customer, root);
                case Role.Merged(var into) -> merged.put(customer, into);
            }
        }
        for (HistoryRow row : written) {
            if (HistoryCodec.ROWS.decode(row.content()) instanceof HistoryEntry.Happened(var _, var event, var _)) {
                history.computeIfAbsent(event.id(), _ -> new ArrayList<>()).add(new CustomerRef(identifier, 0));
            }
        }
    }

    /** Who a customer is today: merges are followed to their end, which is a stronger customer at each step. */
    public CustomerRef today(CustomerRef customer) {
        CustomerRef at = customer;
        for (var into = merged.get(at); into != null; into = merged.get(at)) {
            if (!into.isStrongerThan(at)) throw new AssertionError("%s merged down, into %s".formatted(at, into));
            at = into;
        }
        return at;
    }

    /** The root that a customer is today. */
    public Root root(CustomerRef customer) {
        return Optional.ofNullable(roots.get(today(customer)))
                .orElseThrow(() -> new AssertionError(customer + " leads nowhere"));
    }

    public long epochOf(Identifier identifier) {
        return Optional.ofNullable(rows.get(identifier))
                .map(IdentifierRole::epoch)
                .orElse(0L);
    }

    public Optional<CustomerRef> ownerOf(Identifier identifier) {
        return Optional.ofNullable(rows.get(identifier)).flatMap(IdentifierRole::owner);
    }

    /** Today's owner of each identifier, by where it was born. */
    public SortedMap<Identifier, Identifier> owners() {
        var owners = new TreeMap<Identifier, Identifier>();
        rows.keySet()
                .forEach(identifier -> ownerOf(identifier)
                        .ifPresent(owner -> owners.put(identifier, today(owner).bornAt())));
        return owners;
    }

    /** Today's customer of each event, by where it was born. */
    public SortedMap<MessageId, Identifier> customers() {
        var customers = new TreeMap<MessageId, Identifier>();
        history.forEach(
                (event, places) -> customers.put(event, today(places.getFirst()).bornAt()));
        return customers;
    }

    /** What the customer who has the event owns. */
    public SortedSet<Identifier> identifiersOf(Event event) {
        Identifier customer = Optional.ofNullable(customers().get(event.id())).orElseThrow();
        return ownedBy(customer);
    }

    public SortedSet<Identifier> ownedBy(Identifier customer) {
        var owned = new TreeSet<Identifier>();
        owners().forEach((identifier, owner) -> {
            if (owner.equals(customer)) owned.add(identifier);
        });
        return owned;
    }
}
