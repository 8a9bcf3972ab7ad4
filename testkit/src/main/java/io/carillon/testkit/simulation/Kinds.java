package io.carillon.testkit.simulation;

import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.Codec;
import io.carillon.core.host.Address;
import io.carillon.core.host.EntityKind;
import io.carillon.core.host.Message;
import java.util.List;

/** Finds the kind that lives at an address, and checks stored forms. */
record Kinds<K>(List<EntityKind<?, ?, K>> kinds) {

    EntityKind<?, ?, K> at(Address address) {
        List<EntityKind<?, ?, K>> living =
                kinds.stream().filter(kind -> kind.livesAt(address)).toList();
        if (living.size() > 1) throw new BrokenContract("two kinds live at " + address);
        if (living.isEmpty()) throw new IllegalArgumentException("nobody lives at " + address);
        return living.getFirst();
    }

    Bytes encode(Address to, Message message) {
        return encode(at(to), message);
    }

    @SuppressWarnings("unchecked") // a message of another kind fails in the codec or in the comparison
    private static <M extends Message> Bytes encode(EntityKind<?, M, ?> kind, Message message) {
        return roundTrip(kind.messages(), (M) message);
    }

    /** The stored form, after a look at whether it reads as the same value. */
    static <T> Bytes roundTrip(Codec<T> codec, T value) {
        Bytes stored = codec.encode(value);
        T read = codec.decode(stored);
        if (!value.equals(read)) throw new BrokenContract("stored as %s, read as %s".formatted(value, read));
        if (!codec.encode(read).equals(stored)) throw new BrokenContract("two stored forms of " + value);
        return stored;
    }
}
