package io.carillon.host.local;

import io.carillon.core.host.Lane;
import java.util.ArrayDeque;
import java.util.Optional;

/** Whose turn it is: entities with anything urgent waiting first, and now and then one of the others. */
final class Ready<K> {
    /** One turn in so many is for the others, so that they never stand still. */
    private static final int BULK_EVERY = 8;

    private final ArrayDeque<Resident<?, ?, K>> urgent = new ArrayDeque<>();
    private final ArrayDeque<Resident<?, ?, K>> bulk = new ArrayDeque<>();
    private int turns;

    /** An entity for which something waits; twice does no harm. */
    void add(Resident<?, ?, K> resident) {
        Lane lane = resident.lane();
        if (resident.queuedIn == Lane.URGENT || resident.queuedIn == lane) return;
        resident.queuedIn = lane; // what it may have left in the other queue is passed over there
        (lane == Lane.URGENT ? urgent : bulk).add(resident);
    }

    Optional<Resident<?, ?, K>> next() {
        boolean bulkFirst = ++turns % BULK_EVERY == 0;
        var first = bulkFirst ? next(bulk, Lane.BULK) : next(urgent, Lane.URGENT);
        if (first.isPresent()) return first;
        return bulkFirst ? next(urgent, Lane.URGENT) : next(bulk, Lane.BULK);
    }

    private Optional<Resident<?, ?, K>> next(ArrayDeque<Resident<?, ?, K>> queue, Lane lane) {
        for (var resident = queue.poll(); resident != null; resident = queue.poll()) {
            if (resident.queuedIn == lane) {
                resident.queuedIn = null;
                return Optional.of(resident);
            }
        }
        return Optional.empty();
    }

    boolean isEmpty() {
        return urgent.isEmpty() && bulk.isEmpty();
    }
}
