package io.carillon.channels.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long START = Long.MAX_VALUE - 20 * SECOND;

    @Test
    void aBurstOfOneSecondsWorthGoesAtOnceAndThenThePaceHolds() {
        var limit = new RateLimit(10, START);
        for (int i = 0; i < 10; i++) assertThat(limit.take(START)).isZero();

        Duration wait = limit.take(START);

        assertThat(wait).isEqualTo(Duration.ofMillis(100));
        assertThat(limit.take(START + wait.toNanos())).isZero();
        assertThat(limit.take(START + wait.toNanos())).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aRateBelowOneASecondIsKept() {
        var limit = new RateLimit(0.1, START);

        assertThat(limit.take(START)).isZero();
        assertThat(limit.take(START + 4 * SECOND)).isEqualTo(Duration.ofSeconds(6));
        assertThat(limit.take(START + 10 * SECOND)).isZero();
    }

    @Test
    void whateverIsAskedNoWindowTakesMoreThanItsWorthAndABurst() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            double rate = 1 + random.nextInt(100);
            var limit = new RateLimit(rate, START);
            long now = START;
            int taken = 0;

            for (int i = 0; i < 2_000; i++) {
                now += random.nextInt(30_000_000) - 1_000_000; // sometimes back
                if (limit.take(now).isZero()) taken++;
            }

            double seconds = (now - START + 2_000 * 1e6) / SECOND;
            assertThat(taken).as("seed %d", seed).isLessThanOrEqualTo((int) (rate + rate * seconds) + 1);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aRateThatIsNoRateIsRefused(double rate) {
        assertThatThrownBy(() -> new RateLimit(rate, START)).isInstanceOf(IllegalArgumentException.class);
    }
}
