package io.carillon.core.event;

/** How an event came to us, which says whether something may begin by it. */
public enum Origin {
    /** It was told as it happened. */
    LIVE,
    /** It was told afterwards, from records: it changes what is known and ends what it would have ended, and begins nothing. */
    HISTORY,
    /** It was told as it happened and could be used only later: somebody was here, but nothing begins any more. */
    REPLAYED
}
