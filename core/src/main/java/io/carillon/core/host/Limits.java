package io.carillon.core.host;

import java.time.Duration;

/** Bounds that hold on every host. */
public final class Limits {
    /** A step with more effects fails and is parked; a fan-out continues in a message to itself instead. */
    public static final int EFFECTS_MAX = 2_000;

    /**
     * A step whose new state is larger fails and is parked. Most have a few kilobytes; there is room for a thousand exact
     * values for each of many conditions of somebody who does a great deal.
     */
    public static final int STATE_BYTES_MAX = 4 << 20;

    public static final int HISTORY_PAGE_MAX = 1_000;

    /** How long at least an entity remembers a key. */
    public static final Duration MEMORY = Duration.ofHours(24);

    /** A message that was being handled when the process died this often is parked unhandled. */
    public static final int ATTEMPTS_MAX = 3;

    private Limits() {}
}
