package io.carillon.testkit.simulation;

import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import java.time.Instant;
import java.util.Comparator;

/** Names the queue of all messages from one sender to one receiver. */
record Queue(String from, Address to) implements Comparable<Queue> {
    /** The sender of what is submitted. */
    static final String OUTSIDE = "outside";

    /** The sender of what is re-driven and dismissed. */
    static final String AGAIN = "again";

    private static final Comparator<Queue> ORDER =
            Comparator.comparing(Queue::to).thenComparing(Queue::from);

    @Override
    public int compareTo(Queue other) {
        return ORDER.compare(this, other);
    }

    /**
     * A message on its way.
     *
     * @param order its place among all messages ever sent or submitted
     * @param at the clock when it was sent or submitted
     * @param attempts how often the process died while it was handled
     */
    record Envelope(Bytes message, Lane lane, long order, Instant at, int attempts) {
        Envelope afterAttempt() {
            return new Envelope(message, lane, order, at, attempts + 1);
        }
    }
}
