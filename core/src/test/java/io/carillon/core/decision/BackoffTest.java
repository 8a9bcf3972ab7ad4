package io.carillon.core.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carillon.core.message.DispatchId;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final DispatchId ID = new DispatchId("d1");

    @Test
    void waitsGrowFromSecondsToHours() {
        List<Duration> waits = IntStream.range(1, Backoff.ATTEMPTS_MAX)
                .mapToObj(attempt -> Backoff.after(attempt, ID, Duration.ZERO).orElseThrow())
                .toList();

        assertThat(waits).isSorted().hasSize(9);
        assertThat(waits.getFirst()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        assertThat(waits.getLast()).isBetween(Duration.ofMinutes(384), Duration.ofMinutes(576));
    }

    @Test
    void afterTheLastAttemptThereIsNoWait() {
        assertThat(Backoff.after(Backoff.ATTEMPTS_MAX, ID, Duration.ZERO)).isEmpty();
        assertThat(Backoff.after(Integer.MAX_VALUE, ID, Duration.ofHours(1))).isEmpty();
    }

    @Test
    void aWaitIsNeverShorterThanTheProviderAskedFor() {
        assertThat(Backoff.after(1, ID, Duration.ofMinutes(7))).contains(Duration.ofMinutes(7));
        assertThat(Backoff.after(1, ID, Duration.ofDays(9000))).contains(Backoff.RETRY_AFTER_MAX);
    }

    @Test
    void messagesThatFailedTogetherComeBackApart() {
        List<Duration> waits = IntStream.range(0, 1_000)
                .mapToObj(i ->
                        Backoff.after(2, new DispatchId("d" + i), Duration.ZERO).orElseThrow())
                .toList();

        assertThat(waits).allMatch(wait -> wait.toMillis() >= 24_000 && wait.toMillis() <= 36_000);
        assertThat(waits.stream().distinct().count()).isGreaterThan(900);
        assertThat(waits.stream().filter(wait -> wait.toMillis() < 30_000).count())
                .isBetween(400L, 600L);
    }

    @Test
    void theSameAttemptWaitsTheSame() {
        assertThat(Backoff.after(3, ID, Duration.ZERO))
                .isEqualTo(Backoff.after(3, new DispatchId("d1"), Duration.ZERO));
    }

    @Test
    void attemptsCountFromOne() {
        assertThatThrownBy(() -> Backoff.after(0, ID, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
