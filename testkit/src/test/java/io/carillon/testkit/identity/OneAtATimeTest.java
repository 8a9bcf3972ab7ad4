package io.carillon.testkit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.event.Event;
import io.carillon.testkit.simulation.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

class OneAtATimeTest {
    private static final int LENGTH = Boolean.getBoolean("carillon.long") ? 4 : 3;

    @Test
    void everyEventHandledToItsEndGivesWhatTheOracleSays() {
        for (int i = 0; i < Histories.streams(LENGTH); i++) check(Histories.stream(i, LENGTH));
    }

    @Test
    void theSameWhenTheLatestArrivesFirst() {
        for (int i = 0; i < Histories.streams(LENGTH); i++) {
            check(Histories.stream(i, LENGTH).reversed());
        }
    }

    static void check(List<Event> events) {
        var host = Histories.host(Settings.calm(1).handlingOnce());
        for (Event event : events) {
            Histories.submit(host, event);
            host.rest();
        }
        var laws = new Laws(events);
        Oracle oracle = Oracle.after(events);
        Picture picture = laws.picture(Seen.in(host));

        laws.atRest(Seen.in(host));
        assertThat(picture.owners()).as("owners after %s", events).isEqualTo(oracle.owners());
        assertThat(picture.customers()).as("history after %s", events).isEqualTo(oracle.history());
    }
}
