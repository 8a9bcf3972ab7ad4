package io.carillon.core.journey;

/** Why a run ended. */
public enum RunEnd {
    COMPLETED,
    /** An exit condition was met. */
    EXITED,
    /** A further trigger began it anew. */
    RESTARTED,
    /** After a merge, the other customer's run of the same key goes on, or there were too many. */
    MERGED,
    /** After an un-merge nobody knows whose it was. */
    PARTED,
    /** Its journey is no longer published in any version. */
    GONE,
    /** A step of a journey stopped it. */
    STOPPED
}
