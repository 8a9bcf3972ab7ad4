package io.carillon.host.local;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.Codec;
import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.ParkedMessage;
import java.time.Instant;

/** A parked message as it is stored; its {@link ParkId} is the key. */
record ParkedRecord(Address entity, Lane lane, String type, String cause, Instant at, Bytes message) {
    static final Codec<ParkedRecord> CODEC = new Codec<>() {
        @Override
        public void write(ParkedRecord value, ByteWriter out) {
            out.u8(1);
            out.text(value.entity.text());
            MessageRecord.lane(value.lane, out);
            out.text(value.type);
            out.text(value.cause);
            out.instant(value.at);
            out.bytes(value.message);
        }

        @Override
        public ParkedRecord read(ByteReader in) {
            in.version("a parked message", 1);
            return new ParkedRecord(
                    new Address(in.text()), MessageRecord.lane(in), in.text(), in.text(), in.instant(), in.bytes());
        }
    };

    ParkedMessage shown(ParkId id) {
        return new ParkedMessage(id, entity, type, cause, at);
    }
}
