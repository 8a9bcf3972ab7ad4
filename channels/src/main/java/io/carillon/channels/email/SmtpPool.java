package io.carillon.channels.email;

import io.carillon.channels.net.Deadline;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** A bounded number of places for attempts, and the warm connections they leave to each other. Thread-safe. */
final class SmtpPool {
    /** Servers close after minutes; some after ten seconds, which is noticed and mended when it happens. */
    static final Duration IDLE_MAX = Duration.ofSeconds(30);

    private final Semaphore places;
    private final Deque<SmtpConnection> idle = new ConcurrentLinkedDeque<>();
    private final ScheduledFuture<?> sweep;
    private volatile boolean closed;

    SmtpPool(int connectionsMax, ScheduledExecutorService alarms) {
        this.places = new Semaphore(connectionsMax, true);
        long every = IDLE_MAX.toMillis() / 2;
        this.sweep = alarms.scheduleWithFixedDelay(this::closeIdle, every, every, TimeUnit.MILLISECONDS);
    }

    /** {@return false if no place was free by the deadline} */
    boolean enter(Deadline deadline) throws InterruptedException {
        return places.tryAcquire(deadline.leftNanos(), TimeUnit.NANOSECONDS);
    }

    void leave() {
        places.release();
    }

    /** The connection used last, so that those not needed grow old. */
    Optional<SmtpConnection> warm(Deadline deadline) {
        for (SmtpConnection next = idle.pollFirst(); next != null; next = idle.pollFirst()) {
            if (!isOld(next) && !next.hasSpoken() && next.begin(deadline)) return Optional.of(next);
            next.close();
        }
        return Optional.empty();
    }

    void giveBack(SmtpConnection connection) {
        idle.addFirst(connection);
        if (closed) closeAll();
    }

    private void closeIdle() {
        for (SmtpConnection old : idle.stream().filter(SmtpPool::isOld).toList()) {
            if (idle.remove(old)) quit(old); // else somebody took it meanwhile
        }
    }

    private static boolean isOld(SmtpConnection connection) {
        return System.nanoTime() - connection.idleSinceNanos() > IDLE_MAX.toNanos();
    }

    void close() {
        closed = true;
        sweep.cancel(false);
        closeAll();
    }

    boolean isClosed() {
        return closed;
    }

    private void closeAll() {
        for (SmtpConnection next = idle.pollFirst(); next != null; next = idle.pollFirst()) quit(next);
    }

    /** Beside the caller: a goodbye may block on a server that reads no more. */
    private static void quit(SmtpConnection connection) {
        Thread.ofVirtual().name("smtp-quit").start(connection::quit);
    }
}
