package io.carillon.channels.delivery;

import io.carillon.core.message.DispatchId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long a message waits after a failed attempt: from seconds to hours, for about a day, then no more.
 *
 * <p>Each wait is moved by up to a fifth either way, drawn from the dispatch id: messages that failed together come back
 * apart, and a replay waits the same.
 */
public final class Backoff {
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8));

    /** The last of these is followed by no wait: the message is dead. */
    public static final int ATTEMPTS_MAX = WAITS.size() + 1;

    /** No provider makes us wait longer. */
    static final Duration RETRY_AFTER_MAX = Duration.ofHours(24);

    private static final double JITTER = 0.2;

    private Backoff() {}

    /**
     * The wait after a failed attempt.
     *
     * @param attempt the attempt that failed, from 1
     * @param retryAfter what the provider asked for at least
     * @return empty when there have been enough attempts
     * @throws IllegalArgumentException if {@code attempt} is less than 1
     */
    public static Optional<Duration> after(int attempt, DispatchId id, Duration retryAfter) {
        if (attempt < 1) throw new IllegalArgumentException("attempts count from 1, was " + attempt);
        if (attempt >= ATTEMPTS_MAX) return Optional.empty();
        double factor = 1 - JITTER + 2 * JITTER * unit(id, attempt);
        Duration wait = Duration.ofMillis((long) (WAITS.get(attempt - 1).toMillis() * factor));
        Duration asked = retryAfter.compareTo(RETRY_AFTER_MAX) < 0 ? retryAfter : RETRY_AFTER_MAX;
        return Optional.of(wait.compareTo(asked) >= 0 ? wait : asked);
    }

    /** In [0, 1), the same for the same arguments on every machine: the string hash is specified, the mixing is SplitMix64's. */
    private static double unit(DispatchId id, int attempt) {
        long mixed = id.text().hashCode() * 0x9E3779B97F4A7C15L + attempt * 0xD1B54A32D192ED03L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return ((mixed ^ (mixed >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
