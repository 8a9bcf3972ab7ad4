package io.carillon.core.identity;

/** Why an identifier that an event names does not become its customer's. */
public enum Refusal {
    /** Another user owns it and keeps it. */
    CONFLICT,
    /** The customer has as many of its kind as {@link IdentifierLimits} allow. */
    LIMIT,
    /** It would be one merge more than {@link Linking#MERGES_MAX} without a person's decision. */
    MERGES,
    /** A person said that its owner is somebody else. */
    APART,
    /** Its value names nobody. */
    JUNK;

    /** As lists and timelines show it: {@code limit}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
