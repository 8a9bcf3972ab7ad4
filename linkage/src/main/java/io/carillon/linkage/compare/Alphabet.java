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

    /** No fewer edits make the one core the other. */
    static int editsMin(Form one, Form other) {
        int missing = Integer.bitCount(one.alphabet() & ~other.alphabet());
        int extra = Integer.bitCount(other.alphabet() & ~one.alphabet());
        return Math.max(Math.abs(one.core().length() - other.core().length()), Math.max(missing, extra));
    }

    /** The cores are no more alike than this, by Jaro and Winkler. */
    static double jaroMax(Form one, Form other) {
        int left = one.core().length();
        int right = other.core().length();
        int common = Math.min(
                left - Integer.bitCount(one.alphabet() & ~other.alphabet()),
                right - Integer.bitCount(other.alphabet() & ~one.alphabet()));
        if (common <= 0) return 0;
        double jaro = ((double) common / left + (double) common / right + 1) / 3;
        boolean isSameStart = one.core().charAt(0) == other.core().charAt(0);
        return isSameStart ? jaro + 0.4 * (1 - jaro) : jaro;
    }
}
