package io.carillon.bench;

import java.util.Arrays;

/** Times taken, in nanoseconds, in order of size. */
final class Latencies {
    private final long[] nanos;

    private Latencies(long[] nanos) {
        this.nanos = nanos;
    }

    static Latencies of(long[] taken) {
        long[] sorted = taken.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    int size() {
        return nanos.length;
    }

    /**
     * The time within which a share of all lies.
     *
     * @param share in [0, 1]
     * @return milliseconds, not a number when there are none
     */
    double millis(double share) {
        if (nanos.length == 0) return Double.NaN;
        int at = (int) Math.ceil(share * nanos.length) - 1;
        return nanos[Math.clamp(at, 0, nanos.length - 1)] / 1e6;
    }
}
