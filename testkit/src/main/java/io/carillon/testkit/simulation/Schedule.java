package io.carillon.testkit.simulation;

import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Which messages and wake-ups the contract lets come next. */
record Schedule(Store store, Settings settings) {

    List<Deliverable> deliverable(Instant now) {
        var possible = new ArrayList<Deliverable>();
        var urgent = new TreeSet<Address>();
        store.queues.forEach((queue, waiting) -> {
            if (waiting.stream().anyMatch(envelope -> envelope.lane() == Lane.URGENT)) urgent.add(queue.to());
            if (mayArrive(queue)) possible.add(new Deliverable.Arrival(queue.from(), queue.to()));
        });
        if (settings.urgentFirst() && !urgent.isEmpty()) possible.removeIf(next -> !urgent.contains(next.to()));
        if (possible.isEmpty() || !settings.wakeUpsLast()) addWakeUps(possible, now);
        return possible;
    }

    /** What is re-driven comes after whatever waits at its entity. */
    private boolean mayArrive(Queue queue) {
        if (!queue.from().equals(Queue.AGAIN)) return true;
        long order = store.head(queue).order();
        return store.waitingAt(queue.to()).values().stream()
                .allMatch(waiting -> waiting.getFirst().order() >= order);
    }

    private void addWakeUps(List<Deliverable> possible, Instant now) {
        store.wakeUps.forEach((address, at) -> {
            if (at.isAfter(now)) return;
            if (waitsSince(Queue.OUTSIDE, address, at) || waitsSince(Queue.AGAIN, address, at)) return;
            possible.add(new Deliverable.WakeUp(address));
        });
    }

    /** Whether a message was accepted at or before the instant: at one instant messages come first. */
    private boolean waitsSince(String from, Address address, Instant at) {
        return Optional.ofNullable(store.queues.get(new Queue(from, address)))
                .filter(waiting -> !waiting.getFirst().at().isAfter(at))
                .isPresent();
    }
}
