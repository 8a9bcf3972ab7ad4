package io.carillon.core.audit;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;

/**
 * How often one source said of a trait what another had said before.
 *
 * @param example of the latest that differed, both as {@link Masked} shows them
 */
public record Compared(long alike, long different, String example) {
    public Compared plus(Compared other) {
        return new Compared(
                alike + other.alike, different + other.different, other.example.isEmpty() ? example : other.example);
    }

    void write(ByteWriter out) {
        out.count(alike);
        out.count(different);
        out.text(example);
    }

    static Compared read(ByteReader in) {
        return new Compared(in.count(), in.count(), in.text());
    }
}
