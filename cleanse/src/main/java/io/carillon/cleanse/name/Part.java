package io.carillon.cleanse.name;

import java.util.Locale;

/** What a piece of a person's name is. */
public enum Part {
    TITLE,
    FIRST,
    MIDDLE,
    LAST,
    SUFFIX,
    NICKNAME,
    /** The family name before a marriage, where it is said to be that. */
    MAIDEN;

    /** As the cleansed value says it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
