package io.carillon.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.audit.EventStats;
import io.carillon.core.audit.SourceDay;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Recorder recorder = new Recorder(() -> NOON);

    @Test
    void everyEventIsCountedAndOfAFloodAPartIsLookedInto() {
        int perSecond = 8 * Recorder.LOOKED_PER_SECOND;
        for (int second = 0; second < 4; second++) {
            var events = new ArrayList<Event>();
            for (int i = 0; i < perSecond; i++) events.add(event(NOON.plusSeconds(second), i % 2 == 0));
            recorder.seen(events);
        }

        EventStats stats = only().getFirst().event("Order Completed").orElseThrow();

        assertThat(stats.count()).isEqualTo(4L * perSecond);
        // The first second is not known to be a flood yet.
        assertThat(stats.looked() - perSecond).isBetween(2_000L, 4_500L);
        double half =
                (double) stats.fields().within().values().iterator().next().present() / stats.looked();
        assertThat(half).isBetween(0.4, 0.6);
    }

    @Test
    void daysAreKeptApartAndWhatIsLateCountsToTheNewOne() {
        recorder.seen(List.of(event(NOON, true)));
        recorder.seen(List.of(event(NOON.plusSeconds(86_400), true)));
        recorder.seen(List.of(event(NOON, true)));
        recorder.unusable("site", "bad_email", "like x", 3);

        List<SourceDay> days = only();

        assertThat(days).extracting(SourceDay::count).containsExactly(1L, 2L);
        assertThat(days.getLast().unusable()).containsKey("bad_email");
        assertThat(recorder.take()).isEmpty();
    }

    private List<SourceDay> only() {
        Map<String, List<SourceDay>> taken = recorder.take();
        assertThat(taken).containsOnlyKeys("site");
        return taken.values().iterator().next();
    }

    private static Event event(Instant at, boolean hasProperties) {
        return new Event(
                new MessageId("m"),
                EventType.TRACK,
                "Order Completed",
                at,
                at,
                "site",
                List.of(new Identifier(IdentifierKind.USER, "u1")),
                hasProperties ? new Value.Fields(Map.of("total", Value.of(5))) : Value.Fields.NONE,
                Value.Fields.NONE,
                Value.Fields.NONE);
    }
}
