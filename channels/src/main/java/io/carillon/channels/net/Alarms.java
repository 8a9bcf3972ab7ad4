package io.carillon.channels.net;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Ends what takes longer than its deadline, whatever it waits for. */
public final class Alarms {
    /** One thread for everybody: what it runs only closes sockets, and never waits. */
    private static final ScheduledThreadPoolExecutor THREAD = thread();

    private Alarms() {}

    /** An alarm that has been set. */
    @FunctionalInterface
    public interface Alarm extends AutoCloseable {
        /** Takes it back. */
        @Override
        void close();
    }

    /** Closes the socket when the deadline comes, unless the alarm is closed before. */
    public static Alarm at(Deadline deadline, Socket socket) {
        ScheduledFuture<?> set =
                THREAD.schedule(() -> closeQuietly(socket), deadline.leftNanos(), TimeUnit.NANOSECONDS);
        return () -> set.cancel(false);
    }

    /** Closes it; that it cannot be closed means that it is gone. */
    public static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is held any more
        }
    }

    private static ScheduledThreadPoolExecutor thread() {
        var alarms = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("call-alarms").factory());
        alarms.setRemoveOnCancelPolicy(true);
        return alarms;
    }
}
