package io.carillon.testkit.property;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A value for which a law does not hold, and what the law said. */
public record Failing<T>(T value, Throwable cause) {
    private static final int TRIALS_MAX = 2_000;
    private static final int TEXT_MAX = 20_000;

    /** The value, if the law does not hold for it. */
    public static <T> Optional<Failing<T>> of(T value, long seed, Law<T> law) {
        try {
            law.check(value, seed);
            return Optional.empty();
        } catch (RuntimeException | AssertionError failure) {
            return Optional.of(new Failing<>(value, failure));
        }
    }

    /** The smallest value found that fails too: no candidate of its shrinker does. */
    public Failing<T> smallest(long seed, Shrinker<T> shrinker, Law<T> law) {
        Failing<T> smallest = this;
        int trials = 0;
        boolean shrunk = true;
        while (shrunk) {
            shrunk = false;
            for (T candidate : shrinker.smaller(smallest.value)) {
                if (trials++ >= TRIALS_MAX) return smallest;
                Optional<Failing<T>> failing = of(candidate, seed, law);
                if (failing.isPresent()) {
                    smallest = failing.get();
                    shrunk = true;
                    break;
                }
            }
        }
        return smallest;
    }

    /**
     * What is printed.
     *
     * @param test as {@code ./carillon test --only} takes it
     */
    public AssertionError report(long seed, String test) {
        return new AssertionError(
                "seed %d fails; again: ./carillon test --only '%s' --seed %d%nsmallest failing value: %s%n%s"
                        .formatted(seed, test, seed, text(), cause),
                cause);
    }

    private String text() {
        String text = value instanceof List<?> list && list.size() > 2
                ? list.stream().map(String::valueOf).collect(Collectors.joining("\n  ", "[\n  ", "\n]"))
                : String.valueOf(value);
        return text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) + "…" : text;
    }
}
