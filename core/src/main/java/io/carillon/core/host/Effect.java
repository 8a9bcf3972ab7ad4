package io.carillon.core.host;

import io.carillon.core.codec.Bytes;

/** What a step wants done besides its new state. All of a step's effects become durable together, or none does. */
public sealed interface Effect {

    /** Delivered exactly once, in order per sender and receiver, never refused for want of room. */
    record Send(Address to, Message message) implements Effect {}

    /** Appends a row to this entity's history; the host numbers rows from 0 in order of arrival. */
    record Append(Bytes row) implements Effect {}

    /**
     * Takes a row out of this entity's history, as if it had never been there; its number is not given again. Nothing
     * happens when there is no such row.
     */
    record Forget(long number) implements Effect {}

    /**
     * Writes a row that others read by key or in key order (lists, look-ups, the outbox). A key belongs to one entity at
     * a time: another may take it over once a message has told it to, and the one before never writes it again. So writes
     * of one key are never at odds. Tables are no part of what an entity may read.
     */
    record Put(String table, String key, Bytes value) implements Effect {}

    /** Takes back a {@link Put}; nothing happens when there is no such row. */
    record Remove(String table, String key) implements Effect {}

    /** This entity will know the key again ({@link Context#remembers}) for at least {@link Limits#MEMORY}. */
    record Remember(String key) implements Effect {}

    /** Answers a caller outside, once the step is durable. Dropped when the caller is gone. */
    record Answer(ReplyTo to, Reply reply) implements Effect {}

    /** Told to the process's workers once the step is durable, at most once; a crash loses it. */
    record Notify(Notice notice) implements Effect {}
}
