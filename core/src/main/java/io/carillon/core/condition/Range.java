package io.carillon.core.condition;

import java.time.Instant;
import java.util.Optional;

/** A stretch of time that does not move: {@code from ≤ t < until}. */
public record Range(Optional<Instant> from, Optional<Instant> until) {
    public static final Range EVER = new Range(Optional.empty(), Optional.empty());

    public Range {
        if (from.isPresent() && until.isPresent() && !from.get().isBefore(until.get())) {
            throw new IllegalArgumentException("a range ends after it begins, was %s to %s".formatted(from, until));
        }
    }

    public boolean contains(Instant instant) {
        return (from.isEmpty() || !instant.isBefore(from.get())) && (until.isEmpty() || instant.isBefore(until.get()));
    }
}
