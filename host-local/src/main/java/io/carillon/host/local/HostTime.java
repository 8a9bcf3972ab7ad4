package io.carillon.host.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * Where a host has the time from.
 *
 * @param clock tells the instant; may be set by people and machines
 * @param nanos a monotonic count of nanoseconds that nobody sets
 * @param factor seconds that pass on {@code clock} for each second of {@code nanos}; 1 but for a sped-up clock
 */
public record HostTime(InstantSource clock, LongSupplier nanos, double factor) {
    public HostTime {
        if (!(factor > 0 && factor <= 1_000_000)) {
            throw new IllegalArgumentException("the clock's factor must be above 0 and at most 1000000, was " + factor);
        }
    }

    public static HostTime system() {
        return new HostTime(InstantSource.system(), System::nanoTime, 1);
    }

    /** A clock that shows {@code start} now and runs {@code factor} times as fast as the machine's. */
    public static HostTime startingAt(Instant start, double factor) {
        long origin = System.nanoTime();
        return new HostTime(() -> start.plus(scaled(System.nanoTime() - origin, factor)), System::nanoTime, factor);
    }

    /** Time on the clock for this much time of the machine. */
    Duration onClock(long elapsedNanos) {
        return scaled(elapsedNanos, factor);
    }

    /** Time of the machine, in nanoseconds, for this much time on the clock. */
    long onMachine(Duration duration) {
        double nanosWanted = (duration.getSeconds() * 1e9 + duration.getNano()) / factor;
        return nanosWanted >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) Math.ceil(nanosWanted);
    }

    private static Duration scaled(long nanos, double factor) {
        if (factor == 1) return Duration.ofNanos(nanos);
        double seconds = nanos / 1e9 * factor;
        long whole = (long) Math.floor(seconds);
        return Duration.ofSeconds(whole, (long) ((seconds - whole) * 1e9));
    }
}
