package io.carillon.testkit.property;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** A source of choices that a seed decides. Not thread-safe. */
public final class Chance {
    private final SplittableRandom random;

    public Chance(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A number from {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return (int) between((long) low, (long) high);
    }

    /** A number from {@code low} to {@code high}, both included; {@code high} is below {@link Long#MAX_VALUE}. */
    public long between(long low, long high) {
        return random.nextLong(low, high + 1);
    }

    /** True with the probability given, in [0, 1]. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public <T> T pick(List<T> values) {
        if (values.isEmpty()) throw new IllegalArgumentException("nothing to pick from");
        return values.get(random.nextInt(values.size()));
    }

    /** Between {@code sizeMin} and {@code sizeMax} values, both included. Unmodifiable. */
    public <T> List<T> list(int sizeMin, int sizeMax, Generator<? extends T> elements) {
        int size = between(sizeMin, sizeMax);
        var values = new ArrayList<T>(size);
        for (int i = 0; i < size; i++) values.add(elements.from(this));
        return Collections.unmodifiableList(values);
    }

    /** The same values in another order. */
    public <T> List<T> shuffled(List<T> values) {
        var shuffled = new ArrayList<>(values);
        for (int i = shuffled.size() - 1; i > 0; i--) Collections.swap(shuffled, i, random.nextInt(i + 1));
        return Collections.unmodifiableList(shuffled);
    }

    /** A seed for something that makes its own choices. */
    public long seed() {
        return random.nextLong();
    }
}
