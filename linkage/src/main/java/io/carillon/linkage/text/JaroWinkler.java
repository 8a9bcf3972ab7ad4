package io.carillon.linkage.text;

/**
 * Likeness of short texts in [0, 1], which holds a common beginning in favour.
 *
 * @see <a href="https://files.eric.ed.gov/fulltext/ED325505.pdf">W. Winkler, String comparator metrics and enhanced decision
 *     rules in the Fellegi-Sunter model of record linkage, 1990</a>
 */
public final class JaroWinkler {
    private static final double PREFIX_WEIGHT = 0.1;
    private static final int PREFIX_MAX = 4;

    private JaroWinkler() {}

    public static double of(String left, String right) {
        if (left.equals(right)) return 1;
        if (left.isEmpty() || right.isEmpty()) return 0;
        // The greedy search below may find other letters from the other side; one order makes it symmetric.
        boolean isInOrder =
                left.length() < right.length() || (left.length() == right.length() && left.compareTo(right) <= 0);
        String one = isInOrder ? left : right;
        String other = isInOrder ? right : left;
        double jaro = jaro(one, other);
        int prefix = 0;
        int limit = Math.min(PREFIX_MAX, one.length());
        while (prefix < limit && one.charAt(prefix) == other.charAt(prefix)) prefix++;
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    private static double jaro(String one, String other) {
        int reach = Math.max(0, Math.max(one.length(), other.length()) / 2 - 1);
        boolean[] taken = new boolean[other.length()];
        char[] found = new char[one.length()];
        int common = 0;
        for (int i = 0; i < one.length(); i++) {
            int to = Math.min(other.length() - 1, i + reach);
            for (int j = Math.max(0, i - reach); j <= to; j++) {
                if (taken[j] || one.charAt(i) != other.charAt(j)) continue;
                taken[j] = true;
                found[common++] = one.charAt(i);
                break;
            }
        }
        if (common == 0) return 0;
        int swapped = 0;
        int at = 0;
        for (int j = 0; j < other.length(); j++) {
            if (taken[j] && other.charAt(j) != found[at++]) swapped++;
        }
        double share = common;
        return (share / one.length() + share / other.length() + (share - swapped / 2.0) / share) / 3;
    }
}
