package io.carillon.core.condition;

import java.time.Instant;
import java.util.Optional;

/**
 * The answer to a condition at one instant.
 *
 * @param changesAt the first later instant at which the answer is the other one if nothing happens meanwhile
 */
public record Judgement(boolean holds, Optional<Instant> changesAt) {}
