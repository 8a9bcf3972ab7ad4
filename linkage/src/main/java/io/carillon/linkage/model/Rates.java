package io.carillon.linkage.model;

import io.carillon.linkage.compare.Likeness;
import java.util.List;

/** How often each likeness is found at each place of a pattern, among pairs of one sort; each place's sum to 1. */
public final class Rates {
    private final double[][] rates;

    Rates(double[][] rates) {
        this.rates = rates;
    }

    /** What is believed of one person's records before any are seen: mostly the same. */
    static final List<Double> OF_ONE_PERSON = List.of(0.80, 0.08, 0.05, 0.03, 0.04);

    /** Of people who have one value in common for a reason: it is the same, if nobody slips. */
    static final List<Double> OF_LOOKALIKES = List.of(0.85, 0.06, 0.03, 0.02, 0.04);

    public double at(int place, int level) {
        return rates[place][level];
    }

    public int places() {
        return rates.length;
    }

    static Rates everywhere(int places, List<Double> levels) {
        double[][] rates = new double[places][Likeness.COUNT];
        for (double[] place : rates) {
            for (int level = 0; level < Likeness.COUNT; level++) place[level] = levels.get(level);
        }
        return new Rates(rates);
    }
}
