package io.carillon.core.decision;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;

/**
 * What one gate found.
 *
 * @param detail for people: what was looked at and what was there
 */
public record Reason(Gate gate, boolean passed, String detail) {
    public static Reason passed(Gate gate, String detail) {
        return new Reason(gate, true, detail);
    }

    public static Reason failed(Gate gate, String detail) {
        return new Reason(gate, false, detail);
    }

    public void write(ByteWriter out) {
        out.constant(gate);
        out.flag(passed);
        out.text(detail);
    }

    public static Reason read(ByteReader in) {
        return new Reason(in.constant(Gate.class), in.flag(), in.text());
    }
}
