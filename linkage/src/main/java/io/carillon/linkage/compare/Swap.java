package io.carillon.linkage.compare;

/**
 * Two columns whose values may have changed places: first and last name, street and the line beside it. When they have, what
 * is alike stands at places of its own, as two unrelated records that look so look so because something agrees.
 *
 * @param at where the pattern says whether they did: {@link Likeness#SAME} if not, {@link Likeness#ALIKE} if so
 */
public record Swap(int first, int second, int at) {
    /** How many places of a pattern a swap has. */
    public static final int PLACES = 3;

    /** Where the greater likeness across stands. */
    public int best() {
        return at + 1;
    }

    /** Where the lesser likeness across stands. */
    public int rest() {
        return at + 2;
    }
}
