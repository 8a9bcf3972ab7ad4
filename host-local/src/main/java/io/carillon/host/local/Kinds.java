package io.carillon.host.local;

import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Address;
import io.carillon.core.host.EntityKind;
import io.carillon.core.host.Message;
import java.util.List;

/** The kinds of entities that this host runs. */
record Kinds<K>(List<? extends EntityKind<?, ?, K>> all) {
    Kinds {
        all = List.copyOf(all);
    }

    /** @throws IllegalArgumentException if no kind lives there */
    EntityKind<?, ?, K> at(Address address) {
        for (var kind : all) if (kind.livesAt(address)) return kind;
        throw new IllegalArgumentException("no kind of entity lives at %s:…; known are %s"
                .formatted(address.kind(), all.stream().map(EntityKind::name).toList()));
    }

    Bytes encode(Address to, Message message) {
        return encode(to, message, new ByteWriter());
    }

    /** @param scratch for this encoding alone */
    Bytes encode(Address to, Message message, ByteWriter scratch) {
        scratch.reset();
        write(at(to), message, scratch);
        return scratch.toBytes();
    }

    int size(Address to, Message message) {
        var out = new ByteWriter(512);
        write(at(to), message, out);
        return out.size();
    }

    Message decode(Address to, Bytes message) {
        return at(to).messages().decode(message);
    }

    /** A message of another kind's family meets a ClassCastException in the codec: the sender's mistake. */
    @SuppressWarnings("unchecked")
    private static <M extends Message> void write(EntityKind<?, M, ?> kind, Message message, ByteWriter out) {
        kind.messages().write((M) message, out);
    }
}
