package io.carillon.core.audit;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import java.util.Arrays;

/**
 * How many different values there were, and how many of them came again. Keeps the {@value #SIZE_MAX} values with the
 * smallest hashes, each with how often it came: up to so many values all is exact, beyond it an estimate with an error of
 * about 9 %. Whoever is in the sample was in it from its first time, so its counts are exact: that is what tells whether a
 * number that ought to be unique is. Two samples add up to that of both.
 *
 * @see <a href="https://doi.org/10.1145/1247480.1247504">Beyer, Haas, Reinwald, Sismanis, Gemulla (2007), On synopses for
 *     distinct-value estimation under multiset operations</a>
 */
public final class DistinctSample {
    static final int SIZE_MAX = 128;

    private long[] hashes = new long[4];
    private long[] counts = new long[4];
    private int size;

    void add(long hash, long times) {
        if (size == SIZE_MAX && Long.compareUnsigned(hash, hashes[size - 1]) > 0) return;
        int at = indexOf(hash);
        if (at >= 0) {
            counts[at] += times;
            return;
        }
        insert(-at - 1, hash, times);
    }

    private void insert(int at, long hash, long times) {
        if (size == SIZE_MAX) size--; // the largest makes room
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.min(SIZE_MAX, size * 2));
            counts = Arrays.copyOf(counts, Math.min(SIZE_MAX, size * 2));
        }
        System.arraycopy(hashes, at, hashes, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        hashes[at] = hash;
        counts[at] = times;
        size++;
    }

    private int indexOf(long hash) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = Long.compareUnsigned(hashes[middle], hash);
            if (order == 0) return middle;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }
        return -low - 1;
    }

    void addAll(DistinctSample other) {
        for (int i = 0; i < other.size; i++) add(other.hashes[i], other.counts[i]);
    }

    /** How many different values, about. */
    public long distinct() {
        if (size < SIZE_MAX) return size;
        double largest = (hashes[size - 1] >>> 11) * 0x1.0p-53;
        return Math.round((SIZE_MAX - 1) / largest);
    }

    /** How many values are in the sample, repeats among them. */
    public long sampled() {
        long sum = 0;
        for (int i = 0; i < size; i++) sum += counts[i];
        return sum;
    }

    /** How many values of the sample had been there before. */
    public long repeats() {
        return sampled() - size;
    }

    void write(ByteWriter out) {
        out.count(size);
        for (int i = 0; i < size; i++) {
            out.fixed64(hashes[i]);
            out.count(counts[i]);
        }
    }

    static DistinctSample read(ByteReader in) {
        var sample = new DistinctSample();
        int size = in.count();
        for (int i = 0; i < size; i++) sample.add(in.fixed64(), in.count());
        return sample;
    }
}
