package io.carillon.linkage.model;

import java.util.Arrays;

/** How often each pattern was found, in the order of the patterns. */
public final class PatternCounts {
    private final long[] patterns;
    private final int[] counts;
    private final int total;

    private PatternCounts(long[] patterns, int[] counts, int total) {
        this.patterns = patterns;
        this.counts = counts;
        this.total = total;
    }

    /**
     * Counts them.
     *
     * @param patterns is sorted, and belongs to the counts from now on
     */
    public static PatternCounts of(long[] patterns) {
        int total = patterns.length;
        Arrays.parallelSort(patterns);
        int[] counts = new int[total];
        int size = 0;
        for (long pattern : patterns) {
            if (size == 0 || patterns[size - 1] != pattern) patterns[size++] = pattern;
            counts[size - 1]++;
        }
        return new PatternCounts(Arrays.copyOf(patterns, size), Arrays.copyOf(counts, size), total);
    }

    public int total() {
        return total;
    }

    int size() {
        return counts.length;
    }

    long pattern(int at) {
        return patterns[at];
    }

    int count(int at) {
        return counts[at];
    }
}
