package io.carillon.channels.delivery;

import io.carillon.core.message.SendOutcome;
import java.time.Duration;

/**
 * Leaves a provider in peace that fails again and again. Thread-safe; time is a monotonic clock's, in nanoseconds.
 *
 * <p>Closed until {@link #FAILURES_MAX} calls in a row came to nothing; then open for a pause that doubles each time;
 * then half open: one call is let through, and its outcome decides.
 */
public final class CircuitBreaker {
    public static final int FAILURES_MAX = 5;
    static final Duration PAUSE_FIRST = Duration.ofSeconds(5);
    static final Duration PAUSE_MAX = Duration.ofMinutes(5);

    private int failures;
    private boolean open;
    private boolean probing;
    private long pauseNanos = PAUSE_FIRST.toNanos();
    private long pausedUntilNanos;

    /**
     * Asks to make one call now; a yes to an open circuit is the one probe of this pause.
     *
     * @return zero for yes, else how long to wait before asking again
     */
    public synchronized Duration ask(long nowNanos) {
        if (!open) return Duration.ZERO;
        long left = pausedUntilNanos - nowNanos;
        if (left > 0) return Duration.ofNanos(left);
        probing = true;
        pausedUntilNanos = nowNanos + pauseNanos; // a probe that never reports back is followed by another
        return Duration.ZERO;
    }

    /** Any answer shows that the provider is there: only {@code NotSent} and {@code Uncertain} are failures of its own. */
    public synchronized void report(SendOutcome outcome, long nowNanos) {
        boolean failed = switch (outcome) {
            case SendOutcome.Accepted accepted -> false;
            case SendOutcome.Rejected rejected -> false;
            case SendOutcome.NotSent notSent -> true;
            case SendOutcome.Uncertain uncertain -> true;
        };
        if (!failed) {
            failures = 0;
            open = false;
            probing = false;
            pauseNanos = PAUSE_FIRST.toNanos();
        } else if (open) {
            if (!probing) return; // a call that was under way when the circuit opened
            probing = false;
            pauseNanos = Math.min(pauseNanos * 2, PAUSE_MAX.toNanos());
            pausedUntilNanos = nowNanos + pauseNanos;
        } else if (++failures >= FAILURES_MAX) {
            open = true;
            pausedUntilNanos = nowNanos + pauseNanos;
        }
    }

    public synchronized boolean isOpen() {
        return open;
    }
}
