package io.carillon.channels.net;

import java.time.Duration;

/** The instant on the monotonic clock by which an attempt must be over. */
public record Deadline(long atNanos, Duration whole) {

    public static Deadline in(Duration whole) {
        return new Deadline(System.nanoTime() + whole.toNanos(), whole);
    }

    /** Never negative. */
    public long leftNanos() {
        return Math.max(0, atNanos - System.nanoTime());
    }

    /** At least 1: to a socket 0 means for ever. */
    public int leftMillis() {
        return (int) Math.max(1, leftNanos() / 1_000_000);
    }

    /** Too late to write the end of a mail: a server that has less than a quarter of the call for its reply makes it uncertain. */
    public boolean isTooLateToFinish() {
        return leftNanos() < whole.toNanos() / 4;
    }
}
