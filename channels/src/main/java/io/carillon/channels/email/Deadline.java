package io.carillon.channels.email;

import java.time.Duration;

/** The instant on the monotonic clock by which an attempt must be over. */
record Deadline(long atNanos, Duration whole) {

    static Deadline in(Duration whole) {
        return new Deadline(System.nanoTime() + whole.toNanos(), whole);
    }

    /** Never negative. */
    long leftNanos() {
        return Math.max(0, atNanos - System.nanoTime());
    }

    /** At least 1: to a socket 0 means for ever. */
    int leftMillis() {
        return (int) Math.max(1, leftNanos() / 1_000_000);
    }

    /** Too late to write the end of a mail: a server that has less than a quarter of the call for its reply makes it uncertain. */
    boolean isTooLateToFinish() {
        return leftNanos() < whole.toNanos() / 4;
    }
}
