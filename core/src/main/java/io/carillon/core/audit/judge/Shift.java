package io.carillon.core.audit.judge;

import java.util.List;
import java.util.Optional;

/**
 * A share next to what it used to be: two proportions compared, where the days of the past also say how much it moves by
 * itself.
 *
 * @param usual the median of the past
 * @param low below which the past hardly ever was
 * @param high above which it hardly ever was
 * @param deviations by how many standard errors it differs; positive when there is more
 */
record Shift(long count, long of, double usual, double low, double high, double deviations) {
    /** Of what there is less, there is no share to speak of. */
    static final int OF_MIN = 50;

    /** One false alarm in a thousand million comparisons, were it all normally distributed. */
    private static final double SURE = 6;

    private static final int GROUPS_MIN = 3;
    /** Less than two days of a week, so that what weekends do is nothing new; more than a day or two that went wrong. */
    private static final double RARE = 0.15;

    double share() {
        return (double) count / of;
    }

    /** None where the past says too little. */
    static Optional<Shift> of(Part now, List<Part> past) {
        return of(now, past, OF_MIN);
    }

    static Optional<Shift> of(Part now, List<Part> past, int least) {
        if (now.of() < least) return Optional.empty();
        List<Part> groups = Part.inGroups(past, least);
        if (groups.size() < GROUPS_MIN) return Optional.empty();
        double[] shares = groups.stream().mapToDouble(Part::share).toArray();
        Part all = Part.sum(groups);
        double usual = Series.median(shares);
        double smooth = (all.count() + 0.5) / (all.of() + 1.0);
        double chance = smooth * (1 - smooth) * (1.0 / now.of() + 1.0 / all.of());
        double own = Series.spread(shares);
        double deviations = (now.share() - usual) / Math.sqrt(chance + own * own);
        double low = Series.quantile(RARE, shares);
        double high = Series.quantile(1 - RARE, shares);
        return Optional.of(new Shift(now.count(), now.of(), usual, low, high, deviations));
    }

    /** Whether it is surely more than before, by at least so much. */
    boolean isUpBy(double least) {
        return deviations >= SURE && share() - usual >= least && share() - high >= least / 2;
    }

    /** Whether it is surely less than before, by at least so much. */
    boolean isDownBy(double least) {
        return deviations <= -SURE && usual - share() >= least && low - share() >= least / 2;
    }
}
