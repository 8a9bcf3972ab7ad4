package io.carillon.core.host;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;

/**
 * Who waits for an answer. It travels inside a message, through forwards and merges, to whichever entity answers.
 *
 * @param run the start of the process in which the caller waits; an answer to an earlier run is dropped
 * @param number the caller, unique within the run; 0 when nobody waits
 */
public record ReplyTo(long run, long number) {
    public static final ReplyTo NOBODY = new ReplyTo(0, 0);

    public void write(ByteWriter out) {
        out.number(run);
        out.number(number);
    }

    public static ReplyTo read(ByteReader in) {
        return new ReplyTo(in.number(), in.number());
    }
}
