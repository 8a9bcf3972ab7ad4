package io.carillon.server.demo;

import io.carillon.host.local.HostTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time of the simulated day, which the server shares.
 *
 * @param start when the shop opens
 * @param factor seconds of the day that pass in one of the world's
 */
public record DayClock(Instant start, double factor, HostTime time) {
    /** Where the shop is. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    public static DayClock startingAt(Instant start, double factor) {
        return new DayClock(start, factor, HostTime.startingAt(start, factor));
    }

    Instant now() {
        return time.clock().instant();
    }

    /** Waits until so much of the day has passed. */
    void sleepUntil(Duration sinceStart) throws InterruptedException {
        Duration left = Duration.between(now(), start.plus(sinceStart));
        if (left.isPositive()) Thread.sleep(Duration.ofNanos((long) (left.toMillis() * 1e6 / factor)));
    }

    Duration sinceStart() {
        return Duration.between(start, now());
    }
}
