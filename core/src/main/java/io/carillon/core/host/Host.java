package io.carillon.core.host;

import io.carillon.core.codec.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs entities. What every host guarantees:
 *
 * <ol>
 *   <li>One message at a time per entity, in the order accepted; between two entities exactly once and in order. Repeats
 *       come only from outside.
 *   <li>A step's state, messages, rows, wake-up and the removal of the message handled commit together or not at all.
 *   <li>Nothing leaves (no {@link Effect.Answer}, no {@link Effect.Notify}) before the step is durable. A read that
 *       follows an answer sees what the answer speaks of.
 *   <li>A wake-up of T comes after every message accepted before T. Every wake-up asked for fires, also under clocks set
 *       back and after restarts.
 *   <li>Messages between entities never wait for room; only {@link #submit} is refused.
 *   <li>A step that throws is parked: everybody else goes on.
 *   <li>{@code now} never goes back.
 * </ol>
 *
 * Methods may be called from any thread. Reads of tables and history see committed rows only.
 */
public interface Host<K> {

    /**
     * Hands in a message from outside.
     *
     * @param message builds it around the reply address that an {@link Effect.Answer} will name
     * @param answered called once with the answer, on a host thread: it must be quick and must not throw. Not called when
     *     the process ends first
     * @return false when there is no room: nothing was taken, try again later
     */
    boolean submit(Address to, Lane lane, Function<ReplyTo, Message> message, Consumer<Reply> answered);

    /** Tells every {@link Notice} to the listener, on a host thread: it must be quick and must not throw. One listener. */
    void listen(Consumer<Notice> listener);

    /** From the next step of each entity on, {@link Context#knowledge()} is this. */
    void publish(K knowledge);

    /** Number of this start of the process, see {@link Context#run()}. */
    long run();

    Optional<Bytes> row(String table, String key);

    /**
     * Rows in key order (unsigned bytes of UTF-8).
     *
     * @param after the key after which to begin; empty text for the first
     */
    List<Row> rows(String table, String after, int max);

    /** How many rows a table has. May read them all. */
    long count(String table);

    /**
     * History rows of an entity, newest first.
     *
     * @param before only rows with a smaller number; {@link Long#MAX_VALUE} for the newest
     */
    List<HistoryRow> history(Address entity, long before, int max);

    List<ParkedMessage> parked(int max);

    /**
     * Tries a parked message again: a late message, handled after whatever waits at its entity.
     *
     * @return false when there is no such parked message
     */
    boolean redrive(ParkId id);

    /**
     * Gives a parked message up and lifts its mark.
     *
     * @return false when there is no such parked message
     */
    boolean dismiss(ParkId id);
}
