package io.carillon.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.customer.Root;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.Stamp;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.IdentifierMessage;
import io.carillon.core.identity.LinkMessage;
import io.carillon.core.person.Profile;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What must hold of a history of events, whatever the interleaving. */
public final class Laws {
    private final List<Event> events;
    private final SortedSet<Identifier> identifiers;
    private final UnionFind union;
    private final boolean contested;

    public Laws(List<Event> events) {
        this.events = events;
        identifiers = new TreeSet<>();
        events.forEach(event -> identifiers.addAll(event.identifiers()));
        union = new UnionFind(events);
        contested = union.isContested();
    }

    public boolean isContested() {
        return contested;
    }

    public Picture picture(Seen host) {
        return Picture.of(host, identifiers);
    }

    /** At every moment. */
    public void always(Seen host) {
        Picture picture = picture(host);
        everyIdentifierIsInOneRootOrOnItsWay(picture);
        everyEventIsInOneCustomerOrOnItsWay(picture);
        noUserMerges(picture);
    }

    /** When nothing is left to happen. */
    public void atRest(Seen host) {
        always(host);
        Picture picture = picture(host);
        everyEventIsThere(picture);
        everyRowLeadsToItsHolder(picture);
        noClaimIsOpen(picture);
        whatMovesIsWithTheUserItWasLastNamedWith(picture);
        everyProfileIsThatOfItsEvents(picture);
        if (!contested) itIsTheUnionOfWhatIsLinked(picture);
    }

    public void everyIdentifierIsInOneRootOrOnItsWay(Picture picture) {
        var places = new TreeMap<Identifier, Integer>();
        picture.roots().values().forEach(root -> count(places, root));
        picture.onTheWay().forEach((to, messages) -> {
            for (PersonMessage message : messages) {
                switch (message) {
                    case PersonMessage.ToIdentifier(IdentifierMessage.Transfer(var _, var epoch))
                    when epoch == picture.epochOf(to) -> places.merge(to, 1, Integer::sum);
                    case PersonMessage.ToCustomer(
                            var _,
                            CustomerMessage.Link(LinkMessage.Granted(var identifier, var _, var _))) ->
                        places.merge(identifier, 1, Integer::sum);
                    case PersonMessage.ToCustomer(var _, CustomerMessage.Absorb(var from, var _)) ->
                        count(places, from);
                    case PersonMessage.ToCustomer(var _, CustomerMessage.Restore(var root, var _, var _, var _)) ->
                        count(places, root);
                    default -> {}
                }
            }
        });
        for (Identifier identifier : identifiers) {
            int expected = picture.ownerOf(identifier).isPresent() ? 1 : 0;
            assertThat(places.getOrDefault(identifier, 0))
                    .as("places of %s in %s", identifier, picture)
                    .isEqualTo(expected);
        }
    }

    private static void count(SortedMap<Identifier, Integer> places, Root root) {
        root.links().owned().keySet().forEach(identifier -> places.merge(identifier, 1, Integer::sum));
    }

    public void everyEventIsInOneCustomerOrOnItsWay(Picture picture) {
        for (Event event : events) {
            long handles = picture.onTheWay().values().stream()
                    .flatMap(List::stream)
                    .filter(message -> message
                                    instanceof
                                    PersonMessage.ToCustomer(var _, CustomerMessage.Handle(var told, var _, var _))
                            && told.id().equals(event.id()))
                    .count();
            int rows = picture.history().getOrDefault(event.id(), List.of()).size();
            assertThat(rows + handles).as("places of event %s", event.id()).isLessThanOrEqualTo(1);
        }
    }

    public static void noUserMerges(Picture picture) {
        assertThat(picture.merged().keySet()).noneMatch(CustomerRef::isBornAtUser);
    }

    public void everyEventIsThere(Picture picture) {
        assertThat(picture.history().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(Event::id).toList());
    }

    public void everyRowLeadsToItsHolder(Picture picture) {
        for (Identifier identifier : identifiers) {
            CustomerRef owner =
                    picture.ownerOf(identifier).orElseThrow(() -> new AssertionError(identifier + " is free"));
            Root holder = picture.root(owner);
            assertThat(holder.links().owned())
                    .as("owned by %s, to whom %s leads", holder.links().self(), identifier)
                    .containsEntry(identifier, picture.epochOf(identifier));
            assertThat(owner)
                    .as("row of %s", identifier)
                    .isEqualTo(holder.links().self());
        }
    }

    public static void noClaimIsOpen(Picture picture) {
        picture.roots()
                .forEach((customer, root) -> root.links().asked().forEach((identifier, asked) -> {
                    assertThat(asked.refusedAt())
                            .as("claim of %s for %s", customer, identifier)
                            .isPresent();
                    assertThat(root.links().owns(identifier))
                            .as("%s owns %s, which it was refused", customer, identifier)
                            .isFalse();
                }));
    }

    public void whatMovesIsWithTheUserItWasLastNamedWith(Picture picture) {
        var last = new TreeMap<Identifier, Event>();
        for (Event event : events) {
            if (event.strongest().kind() != IdentifierKind.USER) continue;
            for (Identifier identifier : event.identifiers()) {
                if (!identifier.kind().isMovable()) continue;
                last.merge(identifier, event, (one, other) -> later(one, other));
            }
        }
        last.forEach((identifier, event) -> assertThat(picture.owners().get(identifier))
                .as("owner of %s, last named by %s", identifier, event.id())
                .isEqualTo(picture.owners().get(event.strongest())));
    }

    private static Event later(Event one, Event other) {
        Stamp stamp = one.stamp();
        return stamp.isAfter(other.stamp()) ? one : other;
    }

    public void everyProfileIsThatOfItsEvents(Picture picture) {
        var expected = new TreeMap<Identifier, Profile>();
        for (Event event : events) {
            Identifier customer =
                    Optional.ofNullable(picture.customers().get(event.id())).orElseThrow();
            expected.put(
                    customer, expected.getOrDefault(customer, Profile.EMPTY).with(event));
        }
        picture.roots()
                .forEach((customer, root) -> assertThat(root.customer().profile())
                        .isEqualTo(expected.getOrDefault(customer.bornAt(), Profile.EMPTY)));
    }

    public void itIsTheUnionOfWhatIsLinked(Picture picture) {
        picture.owners()
                .forEach((identifier, customer) -> assertThat(picture.ownedBy(customer))
                        .as("identifiers of the owner of %s", identifier)
                        .isEqualTo(union.component(identifier)));
        for (Event event : events) {
            assertThat(picture.identifiersOf(event))
                    .as("identifiers of who has %s", event.id())
                    .isEqualTo(union.component(event.strongest()));
        }
    }
}
