package io.carillon.testkit.toy;

/** Thrown out of a step to say: here the process dies, as by {@code kill -9}. No handler's failure, never parked. */
public final class ProcessKilled extends Error {
    private static final long serialVersionUID = 1L;

    public ProcessKilled() {
        super("killed by the test");
    }
}
