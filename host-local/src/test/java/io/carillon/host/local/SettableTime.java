package io.carillon.host.local;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that a test sets. Monotonic time goes along when it is set forward; {@link #leap} leaves it behind. */
final class SettableTime {
    private final AtomicLong nanos = new AtomicLong();
    private volatile Instant now;

    SettableTime(Instant now) {
        this.now = now;
    }

    HostTime time() {
        return new HostTime(() -> now, nanos::get, 1);
    }

    void set(Instant instant) {
        if (instant.isAfter(now)) nanos.addAndGet(Duration.between(now, instant).toNanos());
        now = instant;
    }

    void leap(Instant instant) {
        now = instant;
    }
}
