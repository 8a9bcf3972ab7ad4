package io.carillon.core.identity;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.Stamp;
import java.util.Comparator;

/** Which user id an explicit merge asked for. It says how the customer is shown, not where it is. */
public record Wish(Identifier user, Stamp stamp) {
    private static final Comparator<Wish> ORDER =
            Comparator.comparing(Wish::stamp).thenComparing(Wish::user);

    Wish later(Wish other) {
        return ORDER.compare(this, other) >= 0 ? this : other;
    }

    void write(ByteWriter out) {
        user.write(out);
        stamp.write(out);
    }

    static Wish read(ByteReader in) {
        return new Wish(Identifier.read(in), Stamp.read(in));
    }
}
