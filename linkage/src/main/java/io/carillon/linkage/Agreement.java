package io.carillon.linkage;

import java.util.Set;

/**
 * How well what was linked agrees with the truth, by pairs.
 *
 * @param found pairs that were linked
 * @param right those of them that are true
 * @param all that are true
 */
public record Agreement(long found, long right, long all) {
    /** A pair of ids, whichever order. */
    public record IdPair(String one, String other) {
        public static IdPair of(String left, String right) {
            return left.compareTo(right) <= 0 ? new IdPair(left, right) : new IdPair(right, left);
        }
    }

    public static Agreement of(Set<IdPair> found, Set<IdPair> truth) {
        return new Agreement(
                found.size(), found.stream().filter(truth::contains).count(), truth.size());
    }

    /** 1 when nothing was found: none of it is wrong. */
    public double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    /** 1 when nothing is true: none of it was missed. */
    public double recall() {
        return all == 0 ? 1 : (double) right / all;
    }

    /** The harmonic mean of both. */
    public double f1() {
        return found + all == 0 ? 1 : 2.0 * right / (found + all);
    }
}
