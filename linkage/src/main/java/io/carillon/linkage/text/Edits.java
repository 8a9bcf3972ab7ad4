package io.carillon.linkage.text;

import java.util.Arrays;

/**
 * How many letters must be put in, taken out, changed, or swapped with their neighbour to make one text the other.
 *
 * @see <a href="https://doi.org/10.1145/363958.363994">F. Damerau, A technique for computer detection and correction of
 *     spelling errors, 1964</a> (no part is changed twice)
 */
public final class Edits {
    private Edits() {}

    /** The distance, or {@code max + 1} when it is larger than {@code max}. */
    public static int between(String one, String other, int max) {
        int n = one.length();
        int m = other.length();
        if (Math.abs(n - m) > max) return max + 1;
        int[] before = new int[m + 1];
        int[] last = new int[m + 1];
        int[] now = new int[m + 1];
        Arrays.setAll(last, j -> j);
        for (int i = 1; i <= n; i++) {
            int from = Math.max(1, i - max);
            int to = Math.min(m, i + max);
            now[from - 1] = from == 1 ? i : max + 1;
            if (to < m) now[to + 1] = max + 1;
            int least = now[from - 1];
            for (int j = from; j <= to; j++) {
                int cost = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int best = Math.min(last[j - 1] + cost, Math.min(last[j], now[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    best = Math.min(best, before[j - 2] + 1);
                }
                now[j] = best;
                least = Math.min(least, best);
            }
            if (least > max) return max + 1;
            int[] spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return Math.min(last[m], max + 1);
    }
}
