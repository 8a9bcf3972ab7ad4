package io.carillon.linkage;

/**
 * How to link.
 *
 * @param threshold from which probability on two records are linked, in (0, 1)
 * @param seed draws the pairs from which the rates of unrelated records are counted
 */
public record Settings(double threshold, long seed) {
    /** Nine to one: a wrong link costs more than a missed one. */
    public static final Settings DEFAULT = new Settings(0.9, 20_260_302L);

    public Settings {
        if (!(threshold > 0 && threshold < 1)) {
            throw new IllegalArgumentException("threshold must be between 0 and 1, was " + threshold);
        }
    }

    public Settings withThreshold(double probability) {
        return new Settings(probability, seed);
    }
}
