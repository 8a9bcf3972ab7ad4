package io.carillon.core.journey;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.UnreadableException;
import java.time.Instant;

/** Where a run stands at its step. */
public sealed interface RunPosition {
    /** At a wait, until its end. */
    record Waiting(Instant until) implements RunPosition {}

    /**
     * At a send, until the outcome of its message is known. The run stays, so that an exit still finds it.
     *
     * @param dispatch id of the message
     */
    record Sending(String dispatch) implements RunPosition {}

    default void write(ByteWriter out) {
        switch (this) {
            case Waiting(var until) -> {
                out.u8(1);
                out.instant(until);
            }
            case Sending(var dispatch) -> {
                out.u8(2);
                out.text(dispatch);
            }
        }
    }

    static RunPosition read(ByteReader in) {
        int form = in.u8();
        return switch (form) {
            case 1 -> new Waiting(in.instant());
            case 2 -> new Sending(in.text());
            default -> throw new UnreadableException("unknown run position " + form);
        };
    }
}
