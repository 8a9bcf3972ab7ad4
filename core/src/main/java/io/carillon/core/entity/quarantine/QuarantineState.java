package io.carillon.core.entity.quarantine;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import java.util.Optional;

/**
 * What is kept at one address.
 *
 * @param call nothing before it came, and after it went
 */
public record QuarantineState(Optional<QuarantinedCall> call) {
    public static final QuarantineState NOTHING = new QuarantineState(Optional.empty());

    static QuarantineState of(QuarantinedCall call) {
        return new QuarantineState(Optional.of(call));
    }

    /** Stored form. */
    public enum Stored implements Codec<QuarantineState> {
        STATES;

        private static final int VERSION = 1;

        @Override
        public void write(QuarantineState state, ByteWriter out) {
            out.u8(VERSION);
            out.optional(state.call, QuarantinedCall.Stored.CALLS::write);
        }

        @Override
        public QuarantineState read(ByteReader in) {
            in.version("quarantine", VERSION);
            return new QuarantineState(in.optional(QuarantinedCall.Stored.CALLS::read));
        }
    }
}
