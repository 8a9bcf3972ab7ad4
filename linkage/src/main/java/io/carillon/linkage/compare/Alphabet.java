package io.carillon.linkage.compare;

/**
 * Which letters two words have decides quickly, for most pairs, that they are not alike: each letter that the other lacks
 * costs at least one edit.
 */
final class Alphabet {
    private Alphabet() {}

    /** A bit for each letter; letters share bits beyond the first 32. */
    static int of(String word) {
        int bits = 0;
        for (int i = 0; i < word.length(); i++) bits |= 1 << (word.charAt(i) & 31);
        return bits;
    }

    /** No fewer edits make one word the other, going by their letters and lengths. */
    static int editsMin(String one, int ones, String other, int others) {
        int missing = Integer.bitCount(ones & ~others);
        int extra = Integer.bitCount(others & ~ones);
        return Math.max(Math.abs(one.length() - other.length()), Math.max(missing, extra));
    }

    /** The words are no more alike than this, by Jaro and Winkler. */
    static double jaroMax(String one, int ones, String other, int others) {
        int left = one.length();
        int right = other.length();
        int common = Math.min(left - Integer.bitCount(ones & ~others), right - Integer.bitCount(others & ~ones));
        if (common <= 0) return 0;
        double jaro = ((double) common / left + (double) common / right + 1) / 3;
        return one.charAt(0) == other.charAt(0) ? jaro + 0.4 * (1 - jaro) : jaro;
    }
}
