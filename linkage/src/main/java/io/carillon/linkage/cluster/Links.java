package io.carillon.linkage.cluster;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Pairs of rows that are probably of one person, and how probably. */
public final class Links {
    private int[] ones = new int[256];
    private int[] others = new int[256];
    private double[] logOdds = new double[256];
    private int size;

    public void add(int one, int other, double odds) {
        if (size == ones.length) {
            ones = Arrays.copyOf(ones, size * 2);
            others = Arrays.copyOf(others, size * 2);
            logOdds = Arrays.copyOf(logOdds, size * 2);
        }
        ones[size] = one;
        others[size] = other;
        logOdds[size++] = odds;
    }

    public int size() {
        return size;
    }

    public int one(int at) {
        return ones[at];
    }

    public int other(int at) {
        return others[at];
    }

    /** As a natural logarithm. */
    public double logOdds(int at) {
        return logOdds[at];
    }

    /** Their numbers, the most probable first. */
    int[] strongestFirst() {
        return IntStream.range(0, size)
                .boxed()
                .sorted((one, other) -> {
                    int byOdds = Double.compare(logOdds[other], logOdds[one]);
                    return byOdds != 0 ? byOdds : Integer.compare(one, other);
                })
                .mapToInt(it -> it)
                .toArray();
    }
}
