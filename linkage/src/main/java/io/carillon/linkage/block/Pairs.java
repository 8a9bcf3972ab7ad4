package io.carillon.linkage.block;

import java.util.Arrays;

/** Pairs of rows, each once, in the order of their rows. The lower row is the upper half of a number. */
public final class Pairs {
    private long[] pairs = new long[1024];
    private int size;
    private int distinct;

    void add(int one, int other) {
        if (size == pairs.length) {
            settle();
            if (size > pairs.length / 2)
                pairs = Arrays.copyOf(pairs, (int) Math.min(Integer.MAX_VALUE - 8L, pairs.length * 2L));
        }
        pairs[size++] = one < other ? ((long) one << 32) | other : ((long) other << 32) | one;
    }

    /** Sorts and takes out what is there twice. */
    Pairs settle() {
        if (distinct == size) return this;
        Arrays.parallelSort(pairs, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || pairs[kept - 1] != pairs[i]) pairs[kept++] = pairs[i];
        }
        size = kept;
        distinct = kept;
        return this;
    }

    public int size() {
        return size;
    }

    public int one(int at) {
        return (int) (pairs[at] >>> 32);
    }

    public int other(int at) {
        return (int) pairs[at];
    }
}
