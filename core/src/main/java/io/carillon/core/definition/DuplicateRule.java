package io.carillon.core.definition;

import java.util.OptionalDouble;

/**
 * What becomes of customers that are probably one person.
 *
 * @param acceptAbove pairs of at least this probability merge by themselves; none waits for somebody to decide
 */
public record DuplicateRule(OptionalDouble acceptAbove) {
    /** Less is no certainty at all. */
    public static final double ACCEPT_MIN = 0.9;

    public static final DuplicateRule NEVER = new DuplicateRule(OptionalDouble.empty());

    public DuplicateRule {
        acceptAbove.ifPresent(probability -> {
            if (!(probability >= ACCEPT_MIN && probability <= 1)) {
                throw new IllegalArgumentException("acceptAbove is %s to 1, was %s".formatted(ACCEPT_MIN, probability));
            }
        });
    }
}
