package io.carillon.core.identity;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.MessageId;

/**
 * Why ownership changed or customers merged: the event that named the identifier. For the journal.
 *
 * @param explicit somebody said that two are one (an {@code alias} call): then two users may merge, and no limit holds
 */
public record Cause(MessageId event, Identifier identifier, boolean explicit) {
    public Cause(MessageId event, Identifier identifier) {
        this(event, identifier, false);
    }

    public void write(ByteWriter out) {
        out.text(event.text());
        identifier.write(out);
        out.flag(explicit);
    }

    public static Cause read(ByteReader in) {
        return new Cause(new MessageId(in.text()), Identifier.read(in), in.flag());
    }

    /** As it was written before there were explicit merges. */
    public static Cause readFirst(ByteReader in) {
        return new Cause(new MessageId(in.text()), Identifier.read(in));
    }
}
