package io.carillon.core.audit.judge;

import java.util.Locale;

/** What can be wrong. The words are stable: they stand in the API, in alerts and in stored keys. */
public enum FindingKind {
    SOURCE_SILENT(Dimension.FRESHNESS),
    LATE_EVENTS(Dimension.FRESHNESS),
    VOLUME_DROP(Dimension.VOLUME),
    VOLUME_SPIKE(Dimension.VOLUME),
    EVENT_VANISHED(Dimension.VOLUME),
    EVENT_NEW(Dimension.VOLUME),
    EVENT_MISSPELLED(Dimension.CONSISTENCY),
    FIELD_MISSING(Dimension.COMPLETENESS),
    FIELD_MISSPELLED(Dimension.CONSISTENCY),
    EMPTY_VALUES(Dimension.COMPLETENESS),
    INVALID_VALUES(Dimension.VALIDITY),
    CHANGED_FORM(Dimension.VALIDITY),
    MIXED_TYPES(Dimension.VALIDITY),
    DAMAGED_TEXT(Dimension.VALIDITY),
    UNIT_JUMP(Dimension.VALIDITY),
    OUTLIERS(Dimension.VALIDITY),
    SUDDEN_VALUE(Dimension.VALIDITY),
    CONSTANT_VALUE(Dimension.VALIDITY),
    REPEATED_VALUES(Dimension.UNIQUENESS),
    UNUSABLE_CALLS(Dimension.VALIDITY),
    UNUSABLE_IDENTIFIERS(Dimension.IDENTITY),
    SOURCES_DISAGREE(Dimension.CONSISTENCY),
    LINKS_REFUSED(Dimension.IDENTITY);

    private final Dimension dimension;

    FindingKind(Dimension dimension) {
        this.dimension = dimension;
    }

    public Dimension dimension() {
        return dimension;
    }

    /** {@code volume_drop}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
