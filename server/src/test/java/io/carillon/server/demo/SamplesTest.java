package io.carillon.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final Instant START = Instant.parse("2010-12-01T00:00:00Z");

    @Test
    void aLongWayIsKeptInFewerSamplesEvenlySpread() {
        var samples = new Samples();

        for (int day = 0; day < 10_000; day++) samples.add(sample(day));

        List<Sample> all = samples.all();
        assertThat(all).hasSizeBetween(Samples.SAMPLES_MAX / 2 - 1, Samples.SAMPLES_MAX);
        Duration step = Duration.between(all.get(0).at(), all.get(1).at());
        for (int index = 1; index < all.size(); index++) {
            assertThat(Duration.between(all.get(index - 1).at(), all.get(index).at()))
                    .isEqualTo(step);
        }
    }

    private static Sample sample(int day) {
        return new Sample(START.plus(Duration.ofDays(day)), day, 1, new TreeMap<>(), new TreeMap<>());
    }
}
