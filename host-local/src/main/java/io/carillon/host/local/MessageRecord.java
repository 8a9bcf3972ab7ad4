package io.carillon.host.local;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.Codec;
import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;

/** A message between entities as it waits on disk. */
record MessageRecord(Address to, Lane lane, Bytes message) {
    static final Codec<MessageRecord> CODEC = new Codec<>() {
        @Override
        public void write(MessageRecord value, ByteWriter out) {
            out.u8(1);
            out.text(value.to.text());
            lane(value.lane, out);
            out.bytes(value.message);
        }

        @Override
        public MessageRecord read(ByteReader in) {
            in.version("a stored message", 1);
            return new MessageRecord(new Address(in.text()), lane(in), in.bytes());
        }
    };

    static void lane(Lane lane, ByteWriter out) {
        out.flag(lane == Lane.URGENT);
    }

    static Lane lane(ByteReader in) {
        return in.flag() ? Lane.URGENT : Lane.BULK;
    }
}
