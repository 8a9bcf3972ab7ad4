package io.carillon.core.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Lineages;
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
 * @param lineage of what in it is not as it was sent, or not valid; pointers begin at the value
 */
public record Trait(Value value, Stamp stamp, String source, Lineages lineage) {
    // One event says one value; the rest of the order only makes merging commutative for data that breaks that rule.
    private static final Comparator<Trait> ORDER = Comparator.comparing(Trait::stamp)
            .thenComparing(Trait::source)
            .thenComparing(t -> t.value.toString())
            .thenComparing(t -> t.lineage.toString());

    /** As it was sent. */
    public Trait(Value value, Stamp stamp, String source) {
        this(value, stamp, source, Lineages.NONE);
    }

    public Trait later(Trait other) {
        return ORDER.compare(this, other) >= 0 ? this : other;
    }

    /** The value as it was sent. */
    public Value raw() {
        return lineage.raw(value);
    }

    void write(ByteWriter out) {
        // In front of the value, where most have nothing: a trait as it was sent takes no byte for it.
        if (!lineage.isEmpty()) {
            out.u8(ValueCodec.NO_VALUE);
            lineage.write(out);
        }
        ValueCodec.VALUES.write(value, out);
        stamp.write(out);
        out.text(source);
    }

    static Trait read(ByteReader in) {
        Lineages lineage = in.takes(ValueCodec.NO_VALUE) ? Lineages.read(in) : Lineages.NONE;
        return new Trait(ValueCodec.VALUES.read(in), Stamp.read(in), in.text(), lineage);
    }
}
