package io.carillon.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.event.Event;
import io.carillon.testkit.simulation.Deliverable;
import io.carillon.testkit.simulation.Explorer;
import io.carillon.testkit.simulation.Input;
import io.carillon.testkit.simulation.Settings;
import io.carillon.testkit.simulation.SimulatedHost;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    private static final int STATES_MAX = 200_000;
    private static final int STRIDE = Boolean.getBoolean("carillon.long") ? 7 : 61;

    @Test
    void aRepeatOfAnEventThatWasHandledChangesNothingAtAnyMoment() {
        for (int i = 0; i < Histories.streams(3); i += STRIDE) {
            List<Event> events = Histories.stream(i, 3);

            new Explorer<Knowledge>(STATES_MAX, host -> repeatsChangeNothing(host, events), _ -> {})
                    .explore(submitted(events), List.of());
        }
    }

    @Test
    void theLawsHoldWhenAnEventIsRepeatedAtAnyMoment() {
        for (int i = 0; i < Histories.streams(2); i++) {
            List<Event> events = Histories.stream(i, 2);
            for (Event event : events) {
                var laws = new Laws(events);
                Input<Knowledge> repeat = Input.of("repeat " + event.id(), host -> Histories.submit(host, event));

                new Explorer<Knowledge>(STATES_MAX, Histories.always(laws), Histories.atRest(laws))
                        .explore(submitted(events), List.of(List.of(repeat)));
            }
        }
    }

    private static SimulatedHost<Knowledge> submitted(List<Event> events) {
        SimulatedHost<Knowledge> host = Histories.host(Settings.calm(0).handlingOnce());
        events.forEach(event -> Histories.submit(host, event));
        return host;
    }

    private static void repeatsChangeNothing(SimulatedHost<Knowledge> host, List<Event> events) {
        List<Deliverable> waiting = host.deliverable();
        for (Event event : events) {
            var arrival = new Deliverable.Arrival("outside", event.strongest().address());
            if (waiting.contains(arrival)) continue; // the first of them may not have been handled yet
            SimulatedHost<Knowledge> repeated = host.copy();
            Histories.submit(repeated, event);

            repeated.deliver(arrival);

            assertThat(repeated.dump()).as("after a repeat of %s", event.id()).isEqualTo(host.dump());
        }
    }
}
