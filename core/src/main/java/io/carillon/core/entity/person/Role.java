package io.carillon.core.entity.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.UnreadableException;
import io.carillon.core.entity.customer.Root;
import io.carillon.core.identity.CustomerRef;

/** What a customer born at an address has become. */
public sealed interface Role {
    record Is(Root root) implements Role {}

    /** Merged into a stronger one, for ever: every message goes on to it. */
    record Merged(CustomerRef into) implements Role {}

    default void write(ByteWriter out) {
        switch (this) {
            case Is(var root) -> {
                out.u8(1);
                Root.Stored.ROOTS.write(root, out);
            }
            case Merged(var into) -> {
                out.u8(2);
                into.write(out);
            }
        }
    }

    static Role read(ByteReader in) {
        int form = in.u8();
        return switch (form) {
            case 1 -> new Is(Root.Stored.ROOTS.read(in));
            case 2 -> new Merged(CustomerRef.read(in));
            default -> throw new UnreadableException("unknown customer role " + form);
        };
    }
}
