package io.carillon.testkit.property;

import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Checks a law on values made from many seeds, always the same for one test.
 *
 * <p>{@code -Dcarillon.seeds=N} sets how many (default {@value #DEFAULT_COUNT}); {@code -Dcarillon.seed=N} runs one only.
 */
public final class Seeds {
    public static final int DEFAULT_COUNT = 1_000;

    private Seeds() {}

    public static <T> void forAll(Generator<T> generator, Law<T> law) {
        check(DEFAULT_COUNT, generator, Shrinker.none(), law);
    }

    /**
     * Checks some seeds.
     *
     * @param seeds how many, unless a system property says otherwise
     */
    public static <T> void forAll(int seeds, Generator<T> generator, Law<T> law) {
        check(seeds, generator, Shrinker.none(), law);
    }

    /** A failing value is shrunk before it is printed. */
    public static <T> void forAll(Generator<T> generator, Shrinker<T> shrinker, Law<T> law) {
        check(DEFAULT_COUNT, generator, shrinker, law);
    }

    /**
     * A failing value is shrunk before it is printed.
     *
     * @param seeds how many, unless a system property says otherwise
     */
    public static <T> void forAll(int seeds, Generator<T> generator, Shrinker<T> shrinker, Law<T> law) {
        check(seeds, generator, shrinker, law);
    }

    private static <T> void check(int seeds, Generator<T> generator, Shrinker<T> shrinker, Law<T> law) {
        StackWalker.StackFrame caller = caller();
        // A law that several hosts inherit stands in an interface: whichever test has the method.
        String suite = caller.getDeclaringClass().isInterface()
                ? "*"
                : caller.getDeclaringClass().getSimpleName();
        // From within a lambda it is lambda$METHOD$NUMBER.
        String method = caller.getMethodName().replaceAll("^lambda\\$(.+)\\$\\d+$", "$1");
        String test = suite + "#" + method;
        of(caller.getClassName() + "#" + method, seeds).forEach(seed -> check(seed, test, generator, shrinker, law));
    }

    private static <T> void check(long seed, String test, Generator<T> generator, Shrinker<T> shrinker, Law<T> law) {
        T value = generator.from(new Chance(seed));
        Optional<Failing<T>> failing = Failing.of(value, seed, law);
        if (failing.isPresent())
            throw failing.get().smallest(seed, shrinker, law).report(seed, test);
    }

    /** The one that is asked for, or as many as are asked for, from one that the name decides. */
    public static LongStream of(String name, int seeds) {
        Long only = Long.getLong("carillon.seed");
        if (only != null) return LongStream.of(only);
        long base = Integer.toUnsignedLong(name.hashCode());
        return LongStream.range(base, base + Integer.getInteger("carillon.seeds", seeds));
    }

    /** The test, after whose name its seeds stay the same when other tests come and go. */
    private static StackWalker.StackFrame caller() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.filter(
                                frame -> !frame.getDeclaringClass().equals(Seeds.class))
                        .findFirst()
                        .orElseThrow());
    }
}
