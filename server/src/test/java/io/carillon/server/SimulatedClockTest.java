package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carillon.host.local.HostTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatedClockTest {
    @Test
    void timeBeginsWhereItIsSaidAndRunsFaster() {
        HostTime time = SimulatedClock.of("2026-03-02T07:00:00Z@60", "127.0.0.1");

        assertThat(time.factor()).isEqualTo(60);
        assertThat(time.clock().instant()).isAfterOrEqualTo(Instant.parse("2026-03-02T07:00:00Z"));
    }

    @Test
    void aServerThatOthersReachKeepsTheWorldsTime() {
        assertThatThrownBy(() -> SimulatedClock.of("now@60", "0.0.0.0")).hasMessageContaining("--host 127.0.0.1");
    }

    @Test
    void whatIsNoClockIsNamed() {
        assertThatThrownBy(() -> SimulatedClock.of("60", "localhost")).hasMessageContaining("has no @");
        assertThatThrownBy(() -> SimulatedClock.of("noon@60", "localhost")).hasMessageContaining("\"noon\" is not an");
        assertThatThrownBy(() -> SimulatedClock.of("now@fast", "localhost")).hasMessageContaining("\"fast\" is not a");
        assertThatThrownBy(() -> SimulatedClock.of("now@-1", "localhost")).hasMessageContaining("must be above 0");
    }
}
