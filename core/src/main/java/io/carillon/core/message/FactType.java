package io.carillon.core.message;

import java.util.Locale;

/** What somebody outside can be told of, as it happens. */
public enum FactType {
    EVENT_ACCEPTED,
    IDENTIFIER_LINKED,
    CUSTOMER_MERGED,
    CUSTOMER_UNMERGED,
    SEGMENT_ENTERED,
    SEGMENT_LEFT,
    JOURNEY_STARTED,
    JOURNEY_ENDED,
    DECISION_MADE,
    MESSAGE_SENT,
    MESSAGE_REJECTED,
    MESSAGE_UNCERTAIN,
    MESSAGE_WITHHELD,
    MESSAGE_LAPSED,
    MESSAGE_DEAD,
    CONSENT_CHANGED,
    QUALITY_FINDING;

    /** As Standard Webhooks writes it: {@code segment.entered}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
