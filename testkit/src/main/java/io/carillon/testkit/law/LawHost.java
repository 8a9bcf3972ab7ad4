package io.carillon.testkit.law;

import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.host.Host;
import io.carillon.testkit.identity.Seen;
import io.carillon.testkit.property.Chance;
import java.time.Instant;
import java.util.Optional;

/** A host of the real entities, and what a law needs to drive it. One thread uses it, and is told all answers. */
public interface LawHost extends Seen, AutoCloseable {

    /** The host that runs now, another one after each {@link #crash}; answers are told within {@link #step} and {@link #settle}. */
    Host<Knowledge> host();

    /** What the next step will see. */
    Instant now();

    /** The machine's clock from now on, which may be earlier than before. */
    void clock(Instant now);

    /** When the next entity wants to be woken; empty also where the host does not say. */
    Optional<Instant> nextWakeUp();

    /**
     * Lets one thing happen, and perhaps a crash before it.
     *
     * @return false when nothing is left, or when things happen by themselves
     */
    boolean step(Chance chance);

    /** Returns when nothing waits and nothing is under way. */
    void settle();

    /** Whether steps are handled by threads of the host, and {@link #crash} is how it crashes. */
    boolean runsByItself();

    /** The process dies at any moment, and starts again. */
    void crash();

    @Override
    void close();
}
