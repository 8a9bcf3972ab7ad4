package io.carillon.linkage.model;

import io.carillon.linkage.compare.Pattern;
import java.util.List;

/**
 * What was learned.
 *
 * @param same rates among pairs of one person
 * @param different rates among pairs of two people
 * @param match share of all pairs that are one person's
 * @param lookalikes why different people agree, and the share of all pairs of each
 * @see <a href="https://doi.org/10.1080/01621459.1969.10501049">I. Fellegi, A. Sunter, A theory for record linkage, 1969</a>
 */
public record Model(Rates same, Rates different, double match, List<Lookalike> lookalikes, List<Double> shares) {
    public Model {
        lookalikes = List.copyOf(lookalikes);
        shares = List.copyOf(shares);
    }

    /** What the likeness says for one person, as a natural logarithm; 0 where a value is missing. */
    public double weight(int place, int level) {
        return level == Pattern.NONE ? 0 : Math.log(same.at(place, level) / different.at(place, level));
    }

    /**
     * The odds that a pair is one person's, as a natural logarithm.
     *
     * @param weights one for each place
     */
    public double logOdds(double[] weights, long pattern) {
        double all = 0;
        for (double weight : weights) all += weight;
        double unlike = 1 - match;
        for (double share : shares) unlike -= share;
        double against = Math.log(Math.max(unlike, 1e-9));
        for (int i = 0; i < shares.size(); i++) {
            double lookalike = Math.log(shares.get(i));
            for (int place : lookalikes.get(i).shares()) {
                int level = Pattern.level(pattern, place);
                if (level != Pattern.NONE)
                    lookalike += weights[place] + lookalikeLog(level) - Math.log(same.at(place, level));
            }
            against = logSum(against, lookalike);
        }
        return Math.log(match) + all - against;
    }

    private static double lookalikeLog(int level) {
        return Math.log(Rates.OF_LOOKALIKES.get(level));
    }

    /** log(e^a + e^b), without overflow. */
    static double logSum(double a, double b) {
        double greater = Math.max(a, b);
        return greater + Math.log1p(Math.exp(Math.min(a, b) - greater));
    }

    public static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
