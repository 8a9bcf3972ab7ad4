package io.carillon.core.entity.duplicate;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Codec;
import java.time.Instant;
import java.util.Optional;

/**
 * The search for pairs.
 *
 * @param startedAt of the one under way, or of the last one
 * @param finishedAt of the last one; none while one is under way
 * @param customers that the last one compared
 * @param pairs that the last one found
 */
public record ScanState(Instant startedAt, Optional<Instant> finishedAt, long customers, long pairs) {
    public static final ScanState NONE = new ScanState(Instant.EPOCH, Optional.of(Instant.EPOCH), 0, 0);

    /** Stored form. */
    public enum Stored implements Codec<ScanState> {
        STATES;

        private static final int VERSION = 1;

        @Override
        public void write(ScanState state, ByteWriter out) {
            out.u8(VERSION);
            out.instant(state.startedAt);
            out.optional(state.finishedAt, (at, to) -> to.instant(at));
            out.number(state.customers);
            out.number(state.pairs);
        }

        @Override
        public ScanState read(ByteReader in) {
            in.version("duplicate scan", VERSION);
            return new ScanState(in.instant(), in.optional(ByteReader::instant), in.number(), in.number());
        }
    }
}
