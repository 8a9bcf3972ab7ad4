package io.carillon.core.host;

import io.carillon.core.codec.Codec;
import java.time.Instant;
import java.util.Optional;

/**
 * One kind of entity: its state machine and its stored forms. Pure: equal inputs give equal effects on every host.
 *
 * @param <S> state, an immutable value with {@code equals}
 * @param <M> the messages it understands
 * @param <K> what it knows, see {@link Context#knowledge()}
 */
public interface EntityKind<S, M extends Message, K> {
    /** Stable for ever: it is stored. */
    String name();

    boolean livesAt(Address address);

    /** The state of an entity that was never told anything. A host does not store it. */
    S unborn(Address address);

    /**
     * One step. May throw: nothing of it happens then, and the host calls {@link #park} instead.
     */
    Effects<S> handle(S state, M message, Context<K> context);

    /**
     * The step instead of one that failed: does what must happen all the same (identity, answering the caller), and marks
     * the state so that nothing acts on it as if the message had been handled. Must not throw.
     *
     * @param park names the parked message until it is re-driven or dismissed
     */
    Effects<S> park(S state, M message, Context<K> context, ParkId park);

    /** The message that tries a parked one again. */
    M redrive(M message, ParkId park);

    /** The message that gives a parked one up. */
    M dismiss(ParkId park);

    /** When the entity next wants a {@link #wakeUp}: the earliest instant of its agenda, which may be past. */
    Optional<Instant> wakeAt(S state);

    /** Told at or after {@link #wakeAt}; also when nothing is due. The handler checks the state. */
    M wakeUp();

    Codec<S> states();

    Codec<M> messages();
}
