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
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** {@code -Dcarillon.long=true} takes all streams of three and says what it saw: {@code docs/identity-exploration.md}. */
class InterleavingTest {
    private static final boolean LONG = Boolean.getBoolean("carillon.long");
    private static final int STATES_MAX = 500_000;
    private static final List<List<Identifier>> OF_ONE_DEVICE = List.of(
            List.of(Histories.D1),
            List.of(Histories.U1, Histories.D1),
            List.of(Histories.U2, Histories.D1),
            List.of(Histories.U3, Histories.D1));

    @Test
    void theLawsHoldInEveryInterleavingOfTwoEvents() {
        assertThat(exploreEach(1, 2, true)).isEqualTo(196);
    }

    @Test
    void theLawsHoldInEveryInterleavingOfThreeEvents() {
        assertThat(exploreEach(LONG ? 1 : 29, 3, true)).isGreaterThan(90);
    }

    @Test
    void theLawsHoldInEveryInterleavingOfThreeEventsThatArriveLatestFirst() {
        assertThat(exploreEach(LONG ? 1 : 31, 3, false)).isGreaterThan(80);
    }

    @Test
    void threeUsersOfOneDeviceEndWithTheOneItWasLastNamedWith() {
        int length = LONG ? 4 : 3;
        long states = 0;
        for (int i = 0; i < (1 << (2 * length)); i++) {
            var events = new ArrayList<Event>();
            for (int j = 0; j < length; j++) events.add(Histories.event(j + 1, OF_ONE_DEVICE.get((i >> (2 * j)) & 3)));
            states += explore(events).states();
        }

        if (LONG) System.out.printf("3 users of one device, %d events: %d states%n", length, states);
        assertThat(states).isGreaterThan(1_000);
    }

    @Test
    @EnabledIfSystemProperty(named = "carillon.long", matches = "true")
    void theLawsHoldInEveryInterleavingOfSomeFourEvents() {
        assertThat(exploreEach(29, 4, true)).isGreaterThan(1_300);
    }

    /**
     * Each so-manieth stream.
     *
     * @param inOrder whether the events of one address are handed in in the order of their times, else the other way
     * @return how many streams
     */
    private static int exploreEach(int stride, int length, boolean inOrder) {
        long began = System.nanoTime();
        long contested = 0;
        long states = 0;
        long ends = 0;
        int[] streams = IntStream.range(0, Histories.streams(length))
                .filter(i -> i % stride == 0)
                .toArray();
        for (int i : streams) {
            List<Event> events = Histories.stream(i, length);
            if (new Laws(events).isContested()) contested++;
            Explorer.Explored explored = explore(inOrder ? events : events.reversed());
            states += explored.states();
            ends += explored.ends();
        }
        if (LONG) {
            System.out.printf(
                    "%d events, %s: %d streams (%d contested), %d states, %d ends, %d s%n",
                    length,
                    inOrder ? "earliest first" : "latest first",
                    streams.length,
                    contested,
                    states,
                    ends,
                    (System.nanoTime() - began) / 1_000_000_000);
        }
        return streams.length;
    }

    private static Explorer.Explored explore(List<Event> events) {
        var laws = new Laws(events);
        SimulatedHost<Knowledge> host = Histories.host(Settings.calm(0).handlingOnce());
        events.forEach(event -> Histories.submit(host, event));
        try {
            return new Explorer<Knowledge>(STATES_MAX, Histories.always(laws), Histories.atRest(laws))
                    .explore(host, List.of());
        } catch (AssertionError broken) {
            throw new AssertionError("%s%n%s".formatted(events, broken.getMessage()), broken);
        }
    }
}
