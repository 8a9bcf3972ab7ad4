package io.carillon.channels.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * What wants a worker, the first due first. Bounded: what does not fit is left in the outbox table and read again when
 * there is room. Thread-safe.
 *
 * @param <T> what says of one piece of work when it is due; its work is the same as another's by its id
 */
public final class Agenda<T> {
    private final int sizeMax;
    private final Pace pace;
    private final Function<T, String> id;
    private final Function<T, Instant> dueAt;
    private final PriorityQueue<T> queue;
    private final Map<String, T> known = new HashMap<>();
    private boolean leftSomeOut = true; // whatever an earlier run left in the table
    private boolean closed;
    private boolean isAttended; // what was taken is not on its way yet

    public Agenda(int sizeMax, Pace pace, Function<T, String> id, Function<T, Instant> dueAt) {
        this.sizeMax = sizeMax;
        this.pace = pace;
        this.id = id;
        this.dueAt = dueAt;
        this.queue = new PriorityQueue<>(Comparator.comparing(dueAt).thenComparing(id));
    }

    /** What it wants now replaces what it wanted before. */
    public synchronized void add(T due) {
        T before = known.get(id.apply(due));
        if (due.equals(before)) return;
        if (before == null && known.size() >= sizeMax) {
            leftSomeOut = true;
            return;
        }
        if (before != null) queue.remove(before);
        known.put(id.apply(due), due);
        queue.add(due);
        if (due.equals(queue.peek())) notifyAll();
    }

    /** Waits for the first that is due; empty when there may be more in the table than here, or it is closed. */
    public synchronized Optional<T> take() throws InterruptedException {
        isAttended = false;
        while (!closed) {
            if (leftSomeOut && queue.size() < sizeMax / 2) {
                leftSomeOut = false;
                isAttended = true;
                return Optional.empty();
            }
            T first = queue.peek();
            if (first == null) {
                wait();
                continue;
            }
            Instant now = pace.clock().instant();
            if (!dueAt.apply(first).isAfter(now)) {
                queue.remove();
                known.remove(id.apply(first));
                isAttended = true;
                return Optional.of(first);
            }
            Duration left = pace.onMachine(Duration.between(now, dueAt.apply(first)));
            // The clock may be moved under us: look again every second.
            wait(Math.clamp(left.toMillis(), 1, 1_000));
        }
        return Optional.empty();
    }

    /** Whether nothing is due, and whatever was taken has been seen to. */
    synchronized boolean rests() {
        T first = queue.peek();
        return !isAttended
                && !leftSomeOut
                && (first == null || dueAt.apply(first).isAfter(pace.clock().instant()));
    }

    /** The clock was set forward: looks at it now. */
    synchronized void clockChanged() {
        notifyAll();
    }

    public synchronized void close() {
        closed = true;
        notifyAll();
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    public synchronized int size() {
        return queue.size();
    }
}
