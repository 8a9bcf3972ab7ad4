package io.carillon.core.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Stamp;
import io.carillon.core.value.Value;
import io.carillon.core.value.ValueCodec;
import java.util.Comparator;

/**
 * A fact about a person at rest.
 *
 * @param value {@link Value.Nothing} when the latest word is that there is none
 * @param stamp when it was said and by which event: the latest wins, whatever the order of arrival
 * @param source which silo said it
 */
public record Trait(Value value, Stamp stamp, String source) {
    // One event says one value; the rest of the order only makes merging commutative for data that breaks that rule.
    private static final Comparator<Trait> ORDER =
            Comparator.comparing(Trait::stamp).thenComparing(Trait::source).thenComparing(t -> t.value.toString());

    public Trait later(Trait other) {
        return ORDER.compare(this, other) >= 0 ? this : other;
    }

    void write(ByteWriter out) {
        ValueCodec.VALUES.write(value, out);
        stamp.write(out);
        out.text(source);
    }

    static Trait read(ByteReader in) {
        return new Trait(ValueCodec.VALUES.read(in), Stamp.read(in), in.text());
    }
}
