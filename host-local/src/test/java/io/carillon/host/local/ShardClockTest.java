package io.carillon.host.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ShardClockTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final SettableTime time = new SettableTime(NOON);
    private final AtomicInteger acceptances = new AtomicInteger();
    private final ShardClock clock = new ShardClock(time.time(), Instant.EPOCH, acceptances);

    @Test
    void itGoesAlongAndNeverBack() {
        time.set(NOON.plusSeconds(10));
        assertThat(clock.now()).isEqualTo(NOON.plusSeconds(10));
        time.set(NOON);
        assertThat(clock.now()).isEqualTo(NOON.plusSeconds(10));
        time.set(NOON.plus(Duration.ofDays(2)));
        assertThat(clock.now()).isEqualTo(NOON.plus(Duration.ofDays(2)));
        assertThat(clock.leapt()).isFalse();
    }

    @Test
    void itStartsWhereItEnded() {
        var later = new ShardClock(time.time(), NOON.plusSeconds(60), acceptances);

        assertThat(later.now()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void aLeapIsNotBelievedUntilTheClockComesBack() {
        time.leap(NOON.plus(Duration.ofHours(1)));
        assertThat(clock.now()).isEqualTo(NOON);
        assertThat(clock.leapt()).isTrue();
        time.leap(NOON.plusSeconds(2));

        assertThat(clock.now()).isEqualTo(NOON.plusSeconds(2));
        assertThat(clock.leapt()).isFalse();
    }

    @Test
    void aLeapIsBelievedOnceAccepted() {
        time.leap(NOON.plus(Duration.ofHours(1)));
        assertThat(clock.now()).isEqualTo(NOON);
        acceptances.incrementAndGet();

        assertThat(clock.now()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(clock.leapt()).isFalse();
        time.leap(NOON.plus(Duration.ofHours(3)));
        assertThat(clock.now()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void fiveMinutesAreNoLeap() {
        time.leap(NOON.plus(ShardClock.LEAP_MAX));

        assertThat(clock.now()).isEqualTo(NOON.plus(ShardClock.LEAP_MAX));
    }

    @Test
    void aClockSetFarBackMayComeForwardAgain() {
        clock.now();
        time.leap(NOON.minus(Duration.ofHours(2)));
        clock.now();
        time.leap(NOON.plusSeconds(1));

        assertThat(clock.now()).isEqualTo(NOON.plusSeconds(1));
        assertThat(clock.leapt()).isFalse();
    }
}
