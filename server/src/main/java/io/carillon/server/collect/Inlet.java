package io.carillon.server.collect;

import io.carillon.core.event.Event;
import java.time.Duration;
import java.util.List;

/** Where the edge hands things over. Thread-safe; called on virtual threads, which may block. */
public interface Inlet {

    /**
     * Hands in the events of one request, in order; returns when every one is handled.
     *
     * @param patience how long at most, then {@link Taken#LATE}
     */
    Taken receive(List<Event> events, Duration patience);

    /**
     * Counts input that became no event, or that cost an event a part of it. Returns when that
     * is counted: the sender is answered after it.
     *
     * @param source whose; {@link #UNKNOWN_SOURCE} when the key names none
     * @param reason a {@link Reason}'s code
     * @param example a short sample, with no more personal data than shows the problem
     * @param count how many, at least 1
     */
    void unusable(String source, String reason, String example, int count);

    /** The source of input whose write key is missing or unknown. */
    String UNKNOWN_SOURCE = "unknown";
}
