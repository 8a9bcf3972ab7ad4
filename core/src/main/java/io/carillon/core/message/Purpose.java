package io.carillon.core.message;

import java.util.Locale;

/** The legal class of a message, and nothing else. */
public enum Purpose {
    /** Needs consent and a topic; at most once: an attempt that may have left is never repeated by itself. */
    MARKETING,
    /** Part of a deal the person made; at least once. */
    TRANSACTIONAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
