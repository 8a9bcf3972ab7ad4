package io.carillon.core.audit.judge;

import java.util.Arrays;

/** Numbers in a row, robustly: what a few strange days say does not count. */
final class Series {
    /** The standard deviation of a normal distribution is so many median deviations. */
    private static final double NORMAL = 1.4826;

    private Series() {}

    /** 0 of none. */
    static double median(double... numbers) {
        if (numbers.length == 0) return 0;
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The number below which a share of them are. */
    static double quantile(double share, double... numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(share * (sorted.length - 1))];
    }

    /** As a standard deviation, from the median distance to the median. */
    static double spread(double... numbers) {
        double middle = median(numbers);
        return NORMAL
                * median(Arrays.stream(numbers)
                        .map(number -> Math.abs(number - middle))
                        .toArray());
    }
}
