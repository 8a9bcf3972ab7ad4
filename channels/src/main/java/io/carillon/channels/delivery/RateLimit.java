package io.carillon.channels.delivery;

import java.time.Duration;

/**
 * At most so many calls a second, with a burst of one second's worth. Thread-safe; time is a monotonic clock's, in
 * nanoseconds.
 */
public final class RateLimit {
    private static final long SECOND = 1_000_000_000L;

    private final double perSecond;
    private final double burst;
    private double tokens;
    private long atNanos;

    /**
     * Starts with a full burst.
     *
     * @param perSecond calls a second, more than 0; below 1 for one call in several seconds
     * @throws IllegalArgumentException if {@code perSecond} is not a positive number
     */
    public RateLimit(double perSecond, long nowNanos) {
        if (!(perSecond > 0 && perSecond <= SECOND)) {
            throw new IllegalArgumentException("rate must be more than 0 a second and at most 10^9, was " + perSecond);
        }
        this.perSecond = perSecond;
        this.burst = Math.max(1, perSecond);
        this.tokens = burst;
        this.atNanos = nowNanos;
    }

    /** Asks to make one call now: zero is a yes, which counts, else how long to wait before asking again. */
    public synchronized Duration take(long nowNanos) {
        long passed = Math.max(0, nowNanos - atNanos);
        tokens = Math.min(burst, tokens + passed * perSecond / SECOND);
        atNanos += passed;
        if (tokens >= 1) {
            tokens--;
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) Math.ceil((1 - tokens) * SECOND / perSecond));
    }
}
