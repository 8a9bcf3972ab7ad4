package io.carillon.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.Knowledge;
import io.carillon.core.event.Event;
import io.carillon.testkit.simulation.Explorer;
import io.carillon.testkit.simulation.Settings;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InterleavingTest {
    private static final int STATES_MAX = 200_000;
    private static final int STREAMS_OF_TWO = 14 * 14;
    private static final int STREAMS_OF_THREE = 14 * 14 * 14;

    /** Of the streams of three, each so-manieth: all of them are for a long run. */
    private static final int STRIDE = Boolean.getBoolean("carillon.long") ? 1 : 29;

    @Test
    void theLawsHoldInEveryInterleavingOfTwoEvents() {
        long states = 0;
        for (int i = 0; i < STREAMS_OF_TWO; i++)
            states += explore(Histories.stream(i, 2)).states();

        assertThat(states).isGreaterThan(1_000);
    }

    @Test
    void theLawsHoldInEveryInterleavingOfThreeEvents() {
        long began = System.nanoTime();
        int[] streams = IntStream.range(0, STREAMS_OF_THREE)
                .filter(i -> i % STRIDE == 0)
                .toArray();
        long contested = 0;
        long states = 0;
        for (int i : streams) {
            List<Event> events = Histories.stream(i, 3);
            if (new Laws(events).isContested()) contested++;
            states += explore(events).states();
        }

        System.out.printf(
                "%d streams of 3, %d contested: %d states in %d s%n",
                streams.length, contested, states, (System.nanoTime() - began) / 1_000_000_000);
        assertThat(states).isGreaterThan(1_000);
    }

    private static Explorer.Explored explore(List<Event> events) {
        var laws = new Laws(events);
        var host = Histories.host(Settings.calm(0).handlingOnce());
        events.forEach(event -> Histories.submit(host, event));
        try {
            return new Explorer<Knowledge>(STATES_MAX, laws::always, laws::atRest).explore(host, List.of());
        } catch (AssertionError broken) {
            throw new AssertionError("%s%n%s".formatted(events, broken.getMessage()), broken);
        }
    }
}
