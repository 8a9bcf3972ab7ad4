package io.carillon.testkit.property;

import java.util.Optional;

/**
 * Checks a law on values made from many seeds, always the same for one test.
 *
 * <p>{@code -Dcarillon.seeds=N} sets how many (default {@value #DEFAULT_COUNT}); {@code -Dcarillon.seed=N} runs one only.
 */
public final class Seeds {
    private static final int DEFAULT_COUNT = 1_000;
    private static final int SHRINK_TRIALS_MAX = 2_000;
    private static final int VALUE_TEXT_MAX = 20_000;

    private Seeds() {}

    public static <T> void forAll(Generator<T> generator, Law<T> law) {
        check(count(), generator, Shrinker.none(), law);
    }

    /**
     * Checks some seeds.
     *
     * @param seeds how many, unless a system property says otherwise
     */
    public static <T> void forAll(int seeds, Generator<T> generator, Law<T> law) {
        check(Integer.getInteger("carillon.seeds", seeds), generator, Shrinker.none(), law);
    }

    /** A failing value is shrunk before it is printed. */
    public static <T> void forAll(Generator<T> generator, Shrinker<T> shrinker, Law<T> law) {
        check(count(), generator, shrinker, law);
    }

    /**
     * A failing value is shrunk before it is printed.
     *
     * @param seeds how many, unless a system property says otherwise
     */
    public static <T> void forAll(int seeds, Generator<T> generator, Shrinker<T> shrinker, Law<T> law) {
        check(Integer.getInteger("carillon.seeds", seeds), generator, shrinker, law);
    }

    private static int count() {
        return Integer.getInteger("carillon.seeds", DEFAULT_COUNT);
    }

    private static <T> void check(int seeds, Generator<T> generator, Shrinker<T> shrinker, Law<T> law) {
        Long only = Long.getLong("carillon.seed");
        if (only != null) {
            check(only, generator, shrinker, law);
            return;
        }
        long base = Integer.toUnsignedLong(caller().hashCode());
        for (int i = 0; i < seeds; i++) check(base + i, generator, shrinker, law);
    }

    private static <T> void check(long seed, Generator<T> generator, Shrinker<T> shrinker, Law<T> law) {
        T value = generator.from(new Chance(seed));
        Optional<Throwable> failure = failure(law, value, seed);
        if (failure.isPresent()) throw report(seed, shrinker, law, new Failing<>(value, failure.get()));
    }

    private static <T> AssertionError report(long seed, Shrinker<T> shrinker, Law<T> law, Failing<T> failing) {
        Failing<T> smallest = shrink(failing, seed, shrinker, law);
        String text = String.valueOf(smallest.value);
        return new AssertionError(
                "seed %d fails (run only it: -Dcarillon.seed=%d)%nsmallest failing value: %s%n%s"
                        .formatted(
                                seed,
                                seed,
                                text.length() > VALUE_TEXT_MAX ? text.substring(0, VALUE_TEXT_MAX) + "…" : text,
                                smallest.failure),
                smallest.failure);
    }

    private static <T> Failing<T> shrink(Failing<T> failing, long seed, Shrinker<T> shrinker, Law<T> law) {
        Failing<T> smallest = failing;
        int trials = 0;
        boolean shrunk = true;
        while (shrunk) {
            shrunk = false;
            for (T candidate : shrinker.smaller(smallest.value)) {
                if (trials++ >= SHRINK_TRIALS_MAX) return smallest;
                Optional<Throwable> failure = failure(law, candidate, seed);
                if (failure.isPresent()) {
                    smallest = new Failing<>(candidate, failure.get());
                    shrunk = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static <T> Optional<Throwable> failure(Law<T> law, T value, long seed) {
        try {
            law.check(value, seed);
            return Optional.empty();
        } catch (RuntimeException | AssertionError failure) {
            return Optional.of(failure);
        }
    }

    /** The test's own name, so that its seeds stay the same when other tests come and go. */
    private static String caller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(frame -> !frame.getClassName().equals(Seeds.class.getName()))
                        .findFirst()
                        .map(frame -> frame.getClassName() + "#" + frame.getMethodName())
                        .orElseThrow());
    }

    private record Failing<T>(T value, Throwable failure) {}
}
