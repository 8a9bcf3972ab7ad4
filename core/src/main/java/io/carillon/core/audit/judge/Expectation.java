package io.carillon.core.audit.judge;

import java.util.Arrays;
import java.util.Optional;

/**
 * How many a day should bring, by the days before it: the level of the last week times what is usual on that weekday, and
 * by how much such expectations were off so far.
 *
 * @param spread of the logarithm of what came over what was expected
 */
record Expectation(double expected, double spread) {
    private static final int WEEK = 7;
    private static final double SPREAD_MIN = 0.08;
    private static final double LITTLE = 1;

    /** @param past one number a day, the latest last; the day that is expected follows it */
    static Optional<Expectation> of(double[] past) {
        if (past.length < Evidence.DAYS_MIN) return Optional.empty();
        double[] weekdays = weekdays(past);
        double[] misses = new double[Math.max(0, past.length - WEEK)];
        for (int day = WEEK; day < past.length; day++) {
            misses[day - WEEK] = miss(past[day], expected(past, weekdays, day));
        }
        double expected = expected(past, weekdays, past.length);
        double spread = past.length < 2 * WEEK ? range(past) / 2 : Series.spread(misses);
        return Optional.of(new Expectation(expected, Math.max(SPREAD_MIN, spread)));
    }

    /** Of the week before a day, without what its weekdays do, times what that day's weekday does. */
    private static double expected(double[] past, double[] weekdays, int day) {
        double[] week = new double[WEEK];
        for (int back = 1; back <= WEEK; back++) week[back - 1] = past[day - back] / weekdays[(day - back) % WEEK];
        return Series.median(week) * weekdays[day % WEEK];
    }

    /** What each weekday has of an average one, by the number of the day modulo 7; all the same before two weeks. */
    private static double[] weekdays(double[] past) {
        double[] weekdays = new double[WEEK];
        for (int weekday = 0; weekday < WEEK; weekday++) weekdays[weekday] = weekday(past, weekday);
        return weekdays;
    }

    private static double weekday(double[] past, int weekday) {
        if (past.length < 2 * WEEK) return 1;
        var shares = new double[(past.length - weekday + WEEK - 1) / WEEK];
        int known = 0;
        for (int day = weekday; day < past.length; day += WEEK) {
            int from = Math.clamp(day - WEEK / 2, 0, past.length - WEEK);
            double sum = 0;
            for (int near = from; near < from + WEEK; near++) sum += past[near];
            if (sum > 0) shares[known++] = past[day] * WEEK / sum;
        }
        double middle = Series.median(Arrays.copyOf(shares, known));
        return Math.max(0.02, middle);
    }

    private static double range(double[] past) {
        double least = Double.MAX_VALUE;
        double most = 0;
        for (double day : past) {
            least = Math.min(least, day);
            most = Math.max(most, day);
        }
        return miss(most, least);
    }

    private static double miss(double count, double expected) {
        return StrictMath.log((count + LITTLE) / (expected + LITTLE));
    }

    /** By how many deviations a count is off, with what chance does to small numbers. */
    double deviations(double count) {
        return miss(count, expected) / Math.sqrt(spread * spread + 1 / Math.max(1, expected));
    }
}
