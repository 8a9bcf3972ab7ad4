package io.carillon.host.local;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.Codec;
import java.time.Instant;
import java.util.Optional;

/**
 * An entity as it is stored.
 *
 * @param wakeRow instant of the wake-up row that is in force; others of this entity are stale
 * @param state empty while the entity is as unborn
 */
record EntityRecord(String kind, long historySize, Optional<Instant> wakeRow, Optional<Bytes> state) {
    static final Codec<EntityRecord> CODEC = new Codec<>() {
        @Override
        public void write(EntityRecord value, ByteWriter out) {
            out.u8(1);
            out.text(value.kind);
            out.count(value.historySize);
            out.optional(value.wakeRow, (at, o) -> o.instant(at));
            out.optional(value.state, (bytes, o) -> o.bytes(bytes));
        }

        @Override
        public EntityRecord read(ByteReader in) {
            in.version("a stored entity", 1);
            return new EntityRecord(
                    in.text(), in.count(), in.optional(ByteReader::instant), in.optional(ByteReader::bytes));
        }
    };
}
