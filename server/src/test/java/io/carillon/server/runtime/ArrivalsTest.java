package io.carillon.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.event.MessageId;
import io.carillon.core.value.Value;
import io.carillon.server.collect.Inlet;
import io.carillon.server.collect.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void whatIsTakenIsCountedByName() {
        Arrivals arrivals = over(Taken.DONE);

        arrivals.receive(
                List.of(event("Product Viewed"), event("Order Completed"), event("Product Viewed")), Duration.ZERO);
        arrivals.unusable("site", "bad_timestamp", "yesterday", 3);

        assertThat(arrivals.byName()).containsEntry("Product Viewed", 2L).containsEntry("Order Completed", 1L);
        assertThat(arrivals.total()).isEqualTo(3);
        assertThat(arrivals.unusable()).isEqualTo(3);
    }

    @Test
    void whatIsLateIsInAndWhatFindsNoRoomIsNot() {
        Arrivals late = over(Taken.LATE);
        Arrivals full = over(Taken.FULL);

        late.receive(List.of(event("Login")), Duration.ZERO);
        full.receive(List.of(event("Login")), Duration.ZERO);

        assertThat(late.total()).isOne();
        assertThat(full.total()).isZero();
    }

    @Test
    void aFloodOfNamesIsCountedTogether() {
        Arrivals arrivals = over(Taken.DONE);

        arrivals.receive(
                IntStream.range(0, Arrivals.NAMES_MAX + 50)
                        .mapToObj(number -> event("name " + number))
                        .toList(),
                Duration.ZERO);

        assertThat(arrivals.byName()).hasSize(Arrivals.NAMES_MAX + 1).containsEntry("(others)", 50L);
    }

    private static Arrivals over(Taken answer) {
        return new Arrivals(
                new Inlet() {
                    @Override
                    public Taken receive(List<Event> events, Duration patience) {
                        return answer;
                    }

                    @Override
                    public void unusable(String source, String reason, String example, int count) {}
                },
                (_, _, _, _) -> {});
    }

    private static Event event(String name) {
        return new Event(
                new MessageId("m"),
                EventType.TRACK,
                name,
                NOW,
                NOW,
                "site",
                List.of(new Identifier(IdentifierKind.USER, "u1")),
                Value.Fields.NONE,
                Value.Fields.NONE,
                Value.Fields.NONE);
    }
}
