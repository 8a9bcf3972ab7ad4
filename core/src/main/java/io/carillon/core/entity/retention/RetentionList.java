package io.carillon.core.entity.retention;

/** What is gone through for what is too old, in this order. Stored by name. */
public enum RetentionList {
    HISTORY,
    MESSAGES,
    CONTENT,
    WEBHOOK_CALLS,
    QUALITY,
    QUARANTINE;

    public static final RetentionList LAST = QUARANTINE;
}
