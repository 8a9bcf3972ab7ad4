package io.carillon.testkit.conformance;

import io.carillon.core.host.Host;
import io.carillon.testkit.toy.ProcessKilled;
import io.carillon.testkit.toy.ToyKnowledge;
import java.time.Instant;
import java.util.SortedMap;

/**
 * A host on a store of its own, with what a test needs to break it. The factory gives it started. Used by one thread.
 *
 * <p>A {@link ProcessKilled} thrown out of a step is to do what {@code kill -9} does: whatever is not durable is lost,
 * no step is handled any more, {@link #awaitRest} returns false, and {@link #start} starts again. Until then reads see
 * what is durable, {@code submit} may return true or false, and {@link #stop} and {@link #crash} do nothing.
 */
public interface HostUnderTest extends AutoCloseable {

    /** The host that runs now, another one after each {@link #start}. Its tables and history can be read until then. */
    Host<ToyKnowledge> host();

    /** Starts on the same store after {@link #stop}, {@link #crash} or a killed process. */
    void start();

    /** Stops cleanly. */
    void stop();

    /** Abandons the running host: whatever is not durable in this moment is lost. */
    void crash();

    /**
     * Returns when nothing waits and nothing is under way: no message, no due wake-up, no commit, and no answer or notice
     * that was not told. Throws when that takes too long.
     *
     * @return false when the process was killed
     */
    boolean awaitRest();

    /** The machine's clock from now on, which may be earlier than before. Wake-ups that it makes due fire. */
    void clock(Instant now);

    /**
     * Everything in the store, in any form that compares: states, queues, wake-ups, rows, history, memory, parked
     * messages, sequence numbers. Without what a start alone changes (its number). Only asked for at rest.
     */
    SortedMap<String, String> dump();

    /** Whether steps are handled by threads of the host, not only during {@link #awaitRest}. */
    boolean runsByItself();

    /** Why the host cannot express that a step kills the process; empty when it can. */
    default String whyNoKills() {
        return "";
    }

    /** Stops and deletes the store. */
    @Override
    void close();
}
