package io.carillon.core.audit.judge;

import java.util.Locale;

/** What is good or bad about data. */
public enum Dimension {
    COMPLETENESS,
    VALIDITY,
    UNIQUENESS,
    CONSISTENCY,
    FRESHNESS,
    VOLUME,
    IDENTITY;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
