package io.carillon.cleanse.word;

/**
 * Whether two words differ by one slip: a letter left out, put in, changed, or two neighbours swapped.
 *
 * @see <a href="https://doi.org/10.1145/363958.363994">F. J. Damerau, A technique for computer detection and correction
 *     of spelling errors, 1964</a>
 */
public final class OneEdit {
    /** Shorter words have too many neighbours. In UTF-16 units. */
    public static final int LENGTH_MIN = 5;

    private OneEdit() {}

    /** False also for equal words. */
    public static boolean apart(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) return false;
        int shorter = Math.min(a.length(), b.length());
        int head = 0;
        while (head < shorter && a.charAt(head) == b.charAt(head)) head++;
        int tail = 0;
        while (tail < shorter - head && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) tail++;
        int restOfA = a.length() - head - tail;
        int restOfB = b.length() - head - tail;
        if (restOfA <= 1 && restOfB <= 1) return restOfA + restOfB > 0;
        return restOfA == 2
                && restOfB == 2
                && a.charAt(head) == b.charAt(head + 1)
                && a.charAt(head + 1) == b.charAt(head);
    }
}
