package io.carillon.server.collect;

import io.carillon.server.http.Meters;
import io.micrometer.core.instrument.Counter;

/** The edge's counters. */
final class CollectMeters {
    private final Counter received;
    private final Counter unusable;
    private final Counter full;
    private final Counter late;

    CollectMeters(Meters meters) {
        received = meters.counter("carillon.events.received", "Events taken in, repeats among them");
        unusable = meters.counter("carillon.events.unusable", "Calls and requests of which no event could be made");
        full = meters.counter("carillon.collect.full", "Requests answered with 429");
        late = meters.counter("carillon.collect.late", "Requests answered with 503");
    }

    void taken(Tally tally) {
        received.increment(tally.events().size());
        unusable.increment(tally.unusable());
    }

    void refused(Tally tally) {
        unusable.increment(tally.unusable());
    }

    void refused() {
        unusable.increment();
    }

    void full() {
        full.increment();
    }

    void late() {
        late.increment();
    }
}
