package io.carillon.linkage.model;

import io.carillon.linkage.compare.Comparer;
import io.carillon.linkage.compare.Forms;
import io.carillon.linkage.compare.Likeness;
import io.carillon.linkage.compare.Pattern;
import io.carillon.linkage.compare.Swap;

/** Weighs the likenesses of a pair, rare values more than common ones. Threads may share it. */
public final class Scorer {
    /** No single column says more than this, as a natural logarithm: values are copied, and typed for somebody else. */
    private static final double WEIGHT_MAX = Math.log(1 << 20);

    /** A name in two columns is rarer than both counts say, by an unknown amount. */
    private static final double RARITY_MAX = Math.log(8);

    private static final int SAME = Likeness.SAME.level();

    private final Comparer comparer;
    private final Model model;
    private final Frequencies frequencies;

    public Scorer(Comparer comparer, Model model, Frequencies frequencies) {
        this.comparer = comparer;
        this.model = model;
        this.frequencies = frequencies;
    }

    /** The odds that both rows are one person's, as a natural logarithm. */
    public double logOdds(int one, int other) {
        return logOdds(one, other, comparer.compare(one, other));
    }

    public double logOdds(int one, int other, long pattern) {
        return model.logOdds(weights(one, other, pattern), pattern);
    }

    /** Of any two records, before they are looked at. */
    public double priorLogOdds() {
        return Math.log(model.match() / (1 - model.match()));
    }

    /** What each place of the pattern says for one person, as natural logarithms. */
    public double[] weights(int one, int other, long pattern) {
        double[] weights = new double[comparer.size()];
        for (int place = 0; place < weights.length; place++) {
            weights[place] = model.weight(place, Pattern.level(pattern, place));
        }
        for (int column = 0; column < comparer.columns().size(); column++) {
            if (Pattern.level(pattern, column) != SAME) continue;
            int value = comparer.columns().get(column).at(one);
            weights[column] = Math.log(model.same().at(column, SAME) / frequencies.of(column, value));
        }
        for (Swap swap : comparer.swaps()) {
            if (Pattern.level(pattern, swap.best()) == SAME) {
                weights[swap.best()] += rarity(swap, one, other, false);
            }
            if (Pattern.level(pattern, swap.rest()) == SAME) {
                weights[swap.rest()] += rarity(swap, one, other, true);
            }
        }
        for (int place = 0; place < weights.length; place++) weights[place] = Math.min(weights[place], WEIGHT_MAX);
        return weights;
    }

    /** How much rarer the value is than those usually found in both columns; in the one where it is more common. */
    private double rarity(Swap swap, int one, int other, boolean isSecond) {
        Forms first = comparer.columns().get(swap.first());
        Forms second = comparer.columns().get(swap.second());
        boolean isAcross = isSame(first, first.at(one), second, second.at(other));
        boolean takesBack = !isAcross || isSecond;
        int left = takesBack ? first.at(other) : first.at(one);
        int right = takesBack ? second.at(one) : second.at(other);
        double frequency = Math.max(frequencies.of(swap.first(), left), frequencies.of(swap.second(), right));
        double usual = Math.max(frequencies.agreeing(swap.first()), frequencies.agreeing(swap.second()));
        return Math.clamp(Math.log(usual / frequency), -RARITY_MAX, RARITY_MAX);
    }

    private static boolean isSame(Forms first, int left, Forms second, int right) {
        return left >= 0 && right >= 0 && first.text(left).equals(second.text(right));
    }
}
