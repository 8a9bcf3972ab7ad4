package io.carillon.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.core.host.Lane;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import io.carillon.testkit.simulation.Explorer;
import io.carillon.testkit.simulation.Settings;
import io.carillon.testkit.simulation.SimulatedHost;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody is parted at any moment, while events of the two, and of others, are under way. */
class UnmergeInterleavingTest {
    private static final int STATES_MAX = 500_000;
    private static final int FIRST = 20;

    @Test
    void aVisitorIsPartedFromAUserBesideTwoEvents() {
        assertThat(exploreEach(List.of(List.of(Histories.A1), List.of(Histories.U1, Histories.A1)), Histories.A1, 7))
                .isGreaterThan(1_000);
    }

    @Test
    void anAddressIsPartedFromAUserBesideTwoEvents() {
        assertThat(exploreEach(
                        List.of(
                                List.of(Histories.E1),
                                List.of(Histories.E1, Histories.D1),
                                List.of(Histories.U1, Histories.E1)),
                        Histories.E1,
                        11))
                .isGreaterThan(1_000);
    }

    @Test
    void somebodyIsPartedWhileTheyMerge() {
        long states = 0;
        for (int i = 0; i < Histories.streams(2); i++) {
            var events = Histories.stream(i, 2);
            states += explore(List.of(), events, Histories.A1) + explore(List.of(), events, Histories.D1);
        }
        assertThat(states).isGreaterThan(1_000);
    }

    /** @param stride one stream in so many: some of the others have more states than can be seen in minutes */
    private static long exploreEach(List<List<Identifier>> before, Identifier leaver, int stride) {
        var first = new ArrayList<Event>();
        for (List<Identifier> who : before) first.add(Histories.event(FIRST + first.size(), who));
        long states = 0;
        for (int i = 0; i < Histories.streams(2); i += stride) {
            states += explore(first, Histories.stream(i, 2), leaver);
        }
        return states;
    }

    private static long explore(List<Event> before, List<Event> events, Identifier leaver) {
        SimulatedHost<Knowledge> host = Histories.host(Settings.calm(0).handlingOnce());
        for (Event event : before) {
            Histories.submit(host, event);
            host.rest();
        }
        events.forEach(event -> Histories.submit(host, event));
        var stays = new CustomerRef(Histories.U1, 0);
        host.submit(
                stays.address(),
                Lane.BULK,
                _ -> new PersonMessage.ToCustomer(
                        stays, new CustomerMessage.Unmerge(new CustomerRef(leaver, 0), ReplyTo.NOBODY)),
                _ -> {});
        var all = new ArrayList<>(before);
        all.addAll(events);
        var laws = new Laws(all);
        try {
            return new Explorer<Knowledge>(STATES_MAX, one -> laws.always(Seen.in(one)), one -> atRest(laws, one))
                    .explore(host, List.of())
                    .states();
        } catch (AssertionError broken) {
            throw new AssertionError("%s, %s is parted%n%s".formatted(all, leaver, broken.getMessage()), broken);
        }
    }

    private static void atRest(Laws laws, SimulatedHost<Knowledge> host) {
        laws.always(Seen.in(host));
        assertThat(host.parked(1)).isEmpty();
        Picture picture = laws.picture(Seen.in(host));
        laws.everyEventIsThere(picture);
        laws.everyRowLeadsToItsHolder(picture);
        Laws.noClaimIsOpen(picture);
        laws.everyProfileIsThatOfItsEvents(picture);
        picture.roots()
                .values()
                .forEach(root -> assertThat(root.customer().isParting())
                        .as("parting of %s", root.links().self())
                        .isFalse());
    }
}
