package io.carillon.linkage.compare;

/** The likenesses of a pair, column by column, three bits each. */
public final class Pattern {
    /** Instead of a likeness: one of the two has no value. */
    public static final int NONE = 7;

    private static final int BITS = 3;
    private static final long MASK = 7;

    private Pattern() {}

    static long with(long pattern, int at, int level) {
        return pattern | ((long) level << (at * BITS));
    }

    /** The {@link Likeness#level()}, or {@link #NONE}. */
    public static int level(long pattern, int at) {
        return (int) ((pattern >>> (at * BITS)) & MASK);
    }
}
