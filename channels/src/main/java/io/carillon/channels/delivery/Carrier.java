package io.carillon.channels.delivery;

import io.carillon.core.message.Provider;
import java.time.Duration;
import java.util.Optional;

/**
 * A provider with what keeps us from asking too much of it.
 *
 * @param parallel how many messages may be on their way to it at once
 * @param rate none when it may be called as fast as it answers
 */
public record Carrier(Provider provider, int parallel, CircuitBreaker circuit, Optional<RateLimit> rate) {
    public Carrier {
        if (parallel < 1) throw new IllegalArgumentException("parallel must be at least 1, was " + parallel);
    }

    /** Zero to send now, else how long to wait before asking again. */
    Duration ask(long nowNanos) {
        Duration pause = circuit.ask(nowNanos);
        return pause.isZero() ? rate.map(limit -> limit.take(nowNanos)).orElse(Duration.ZERO) : pause;
    }
}
