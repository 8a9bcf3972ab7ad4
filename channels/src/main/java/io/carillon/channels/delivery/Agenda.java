package io.carillon.channels.delivery;

import io.carillon.core.entity.DispatchDue;
import io.carillon.core.message.DispatchId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The messages that want a worker, the first due first. Bounded: what does not fit is left in the outbox table and read
 * again when there is room. Thread-safe.
 */
final class Agenda {
    private final int sizeMax;
    private final Pace pace;
    private final PriorityQueue<DispatchDue> queue =
            new PriorityQueue<>(Comparator.comparing(DispatchDue::dueAt).thenComparing(DispatchDue::dispatch));
    private final Map<DispatchId, DispatchDue> known = new HashMap<>();
    private boolean leftSomeOut = true; // whatever an earlier run left in the table
    private boolean closed;

    Agenda(int sizeMax, Pace pace) {
        this.sizeMax = sizeMax;
        this.pace = pace;
    }

    /** What a dispatch wants now replaces what it wanted before. */
    synchronized void add(DispatchDue due) {
        DispatchDue before = known.get(due.dispatch());
        if (due.equals(before)) return;
        if (before == null && known.size() >= sizeMax) {
            leftSomeOut = true;
            return;
        }
        if (before != null) queue.remove(before);
        known.put(due.dispatch(), due);
        queue.add(due);
        if (due.equals(queue.peek())) notifyAll();
    }

    /** Waits for the first that is due; empty when there may be more in the table than here, or it is closed. */
    synchronized Optional<DispatchDue> take() throws InterruptedException {
        while (!closed) {
            if (leftSomeOut && queue.size() < sizeMax / 2) {
                leftSomeOut = false;
                return Optional.empty();
            }
            DispatchDue first = queue.peek();
            if (first == null) {
                wait();
                continue;
            }
            Instant now = pace.clock().instant();
            if (!first.dueAt().isAfter(now)) {
                queue.remove();
                known.remove(first.dispatch());
                return Optional.of(first);
            }
            Duration left = pace.onMachine(Duration.between(now, first.dueAt()));
            // The clock may be moved under us: look again every second.
            wait(Math.clamp(left.toMillis(), 1, 1_000));
        }
        return Optional.empty();
    }

    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized int size() {
        return queue.size();
    }
}
