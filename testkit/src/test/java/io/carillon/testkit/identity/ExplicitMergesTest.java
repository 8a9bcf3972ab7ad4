package io.carillon.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.event.Event;
import io.carillon.core.event.Identifier;
import io.carillon.testkit.simulation.Explorer;
import io.carillon.testkit.simulation.Settings;
import io.carillon.testkit.simulation.SimulatedHost;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two users are said to be one, from both sides at once, while events of theirs are under way. */
class ExplicitMergesTest {
    private static final boolean LONG = Boolean.getBoolean("carillon.long");
    private static final int STATES_MAX = 500_000;

    @Test
    void bothWaysAtOnceWithOneEventEndInOneCustomer() {
        assertThat(exploreEach(1, 1, true)).isGreaterThan(100);
    }

    @Test
    void bothWaysAtOnceWithTwoEventsEndInOneCustomer() {
        assertThat(exploreEach(2, LONG ? 1 : 17, true)).isGreaterThan(1_000);
    }

    @Test
    void oneWayWithTwoEventsEndsInOneCustomer() {
        assertThat(exploreEach(2, LONG ? 1 : 13, false)).isGreaterThan(1_000);
    }

    @Test
    void threeUsersInARingEndInOneCustomer() {
        List<Event> ring = List.of(
                Histories.alias(1, Histories.U1, Histories.U2),
                Histories.alias(2, Histories.U2, Histories.U3),
                Histories.alias(3, Histories.U3, Histories.U1));

        assertThat(explore(ring)).isGreaterThan(100);
    }

    private static long exploreEach(int events, int stride, boolean bothWays) {
        long states = 0;
        int streams = 0;
        for (int i = 0; i < Histories.streams(events); i += stride) {
            var history = new ArrayList<>(Histories.stream(i, events));
            history.add(Histories.alias(8, Histories.U1, Histories.U2));
            if (bothWays) history.add(Histories.alias(9, Histories.U2, Histories.U1));
            states += explore(history);
            streams++;
        }
        if (LONG) {
            System.out.printf(
                    "alias %s, %d events: %d streams, %d states%n",
                    bothWays ? "both ways" : "one way", events, streams, states);
        }
        return states;
    }

    private static long explore(List<Event> events) {
        SimulatedHost<Knowledge> host = Histories.host(Settings.calm(0).handlingOnce());
        events.forEach(event -> Histories.submit(host, event));
        var laws = new Laws(events);
        try {
            return new Explorer<Knowledge>(STATES_MAX, one -> always(laws, one), one -> {
                        always(laws, one);
                        atRest(laws, one);
                    })
                    .explore(host, List.of())
                    .states();
        } catch (AssertionError broken) {
            throw new AssertionError("%s%n%s".formatted(events, broken.getMessage()), broken);
        }
    }

    private static void always(Laws laws, SimulatedHost<Knowledge> host) {
        Picture picture = laws.picture(Seen.in(host));
        laws.everyIdentifierIsInOneRootOrOnItsWay(picture);
        laws.everyEventIsInOneCustomerOrOnItsWay(picture);
        picture.merged().keySet().forEach(picture::today); // which goes up
    }

    private static void atRest(Laws laws, SimulatedHost<Knowledge> host) {
        Picture picture = laws.picture(Seen.in(host));
        assertThat(host.parked(1)).isEmpty();
        laws.everyEventIsThere(picture);
        laws.everyRowLeadsToItsHolder(picture);
        Laws.noClaimIsOpen(picture);
        laws.everyProfileIsThatOfItsEvents(picture);
        laws.itIsTheUnionOfWhatIsLinked(picture);
        Identifier stronger = Histories.U1;
        assertThat(picture.owners().get(Histories.U2)).isEqualTo(stronger);
        assertThat(picture.owners().get(stronger)).isEqualTo(stronger);
    }
}
