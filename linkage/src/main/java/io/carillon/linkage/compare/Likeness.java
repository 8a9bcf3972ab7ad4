package io.carillon.linkage.compare;

import java.util.List;

/** How like two values are; the order is from the most to the least. What each is worth differs by column. */
public enum Likeness {
    SAME(0),
    /** One slip of the finger apart. */
    TYPO(1),
    /** Two slips, a nickname, other order of words, two of three parts of a date. */
    CLOSE(2),
    /** Alike to the ear or at the beginning. */
    ALIKE(3),
    DIFFERENT(4);

    public static final List<Likeness> ALL = List.of(values());
    public static final int COUNT = ALL.size();

    private final int level;

    Likeness(int level) {
        this.level = level;
    }

    /** From 0, the most alike; it stands in patterns. */
    public int level() {
        return level;
    }

    public static Likeness ofLevel(int level) {
        return ALL.get(level);
    }
}
