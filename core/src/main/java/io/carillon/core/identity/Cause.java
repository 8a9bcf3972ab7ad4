package io.carillon.core.identity;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.MessageId;

/** Why ownership changed or customers merged: the event that named the identifier. For the journal. */
public record Cause(MessageId event, Identifier identifier) {
    public void write(ByteWriter out) {
        out.text(event.text());
        identifier.write(out);
    }

    public static Cause read(ByteReader in) {
        return new Cause(new MessageId(in.text()), Identifier.read(in));
    }
}
