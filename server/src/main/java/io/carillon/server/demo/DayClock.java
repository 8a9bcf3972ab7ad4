package io.carillon.server.demo;

import io.carillon.host.local.HostTime;
import io.carillon.server.demo.retail.Retail;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The time of the simulated year, which the server shares. It goes on in small strides, as fast as asked for, and never
 * faster than whoever {@link #stride}s: between two strides it stands, so that everything that belongs to an instant is
 * done before the next one.
 */
public final class DayClock {
    /** Where the shop is. */
    public static final ZoneId ZONE = Retail.ZONE;

    /** So that what happens in between is told soon after it happened. */
    static final Duration STRIDE_MAX = Duration.ofMinutes(30);

    private static final long REST_NANOS_MAX = 20_000_000;

    private final double factor;
    private volatile Instant now;
    private long strideNanos = System.nanoTime();

    private DayClock(Instant start, double factor) {
        this.factor = factor;
        this.now = start;
    }

    /**
     * Stands at {@code start} until its first stride.
     *
     * @param factor seconds of the year that pass in one of the world's, at most
     */
    public static DayClock startingAt(Instant start, double factor) {
        return new DayClock(start, factor);
    }

    public Instant now() {
        return now;
    }

    public double factor() {
        return factor;
    }

    /** For the server; it counts on nothing but {@link #now}. */
    public HostTime time() {
        return new HostTime(this::now, System::nanoTime, factor);
    }

    /**
     * Goes on: by as much as has passed since the last stride, but never further than a stride; what a slow machine
     * misses is not made up for. Rests first when that is next to nothing. For one thread.
     *
     * @param end where it stops
     */
    Instant stride(Instant end) throws InterruptedException {
        long wanted = Math.min(REST_NANOS_MAX, nanosFor(STRIDE_MAX));
        long left = strideNanos + wanted - System.nanoTime();
        if (left > 0) Thread.sleep(Duration.ofNanos(left));
        long passed = System.nanoTime() - strideNanos;
        strideNanos += passed;
        double seconds = Math.min(passed / 1e9 * factor, (double) STRIDE_MAX.toSeconds());
        Instant next = now.plusMillis((long) (seconds * 1e3));
        now = next.isBefore(end) ? next : end;
        return now;
    }

    private long nanosFor(Duration duration) {
        return (long) ((double) duration.toNanos() / factor);
    }

    /** Goes on at the pace of the world. For the same thread. */
    void amble() throws InterruptedException {
        Thread.sleep(1_000);
        now = now.plusSeconds(1);
        strideNanos = System.nanoTime();
    }
}
