package io.carillon.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.event.MessageId;
import io.carillon.core.event.Stamp;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunsTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void ofTooManyRunsAfterAMergeThoseThatBeganLastStay() {
        Runs one = Runs.NONE;
        Runs other = Runs.NONE;
        for (int i = 0; i < Runs.ACTIVE_MAX; i++) {
            one = one.with(run(2 * i));
            other = other.with(run(2 * i + 1));
        }

        Runs merged = one.merge(other);

        assertThat(merged).isEqualTo(other.merge(one));
        assertThat(merged.active()).hasSize(Runs.ACTIVE_MAX);
        assertThat(merged.active(run(Runs.ACTIVE_MAX - 1).key())).isEmpty();
        assertThat(merged.active(run(Runs.ACTIVE_MAX).key())).isPresent();
    }

    private static Run run(int number) {
        return new Run(
                new RunKey(new JourneyId("cart"), "c" + number),
                "1",
                new Stamp(NOON.plusSeconds(number), new MessageId("m" + number)),
                0,
                new RunPosition.Waiting(NOON),
                List.of(Value.Fields.NONE),
                NOON.plusSeconds(number));
    }
}
