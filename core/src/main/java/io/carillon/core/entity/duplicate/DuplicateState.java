package io.carillon.core.entity.duplicate;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import java.util.Optional;

/**
 * A pair of customers.
 *
 * @param suggestion none if it was never found, or is not found any more
 */
public record DuplicateState(Optional<Suggestion> suggestion, DuplicateStatus status) {
    public static final DuplicateState NONE = new DuplicateState(Optional.empty(), DuplicateStatus.OPEN);

    public boolean isOpen() {
        return suggestion.isPresent() && status == DuplicateStatus.OPEN;
    }

    /** Stored form. */
    public enum Stored implements Codec<DuplicateState> {
        STATES;

        private static final int VERSION = 1;

        @Override
        public void write(DuplicateState state, ByteWriter out) {
            out.u8(VERSION);
            out.optional(state.suggestion, Suggestion::write);
            out.constant(state.status);
        }

        @Override
        public DuplicateState read(ByteReader in) {
            in.version("duplicate", VERSION);
            return new DuplicateState(in.optional(Suggestion::read), in.constant(DuplicateStatus.class));
        }
    }
}
