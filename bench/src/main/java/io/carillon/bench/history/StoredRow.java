package io.carillon.bench.history;

import io.carillon.core.codec.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * A history row as hosts write it.
 *
 * @param shard which writes it
 * @param itsKey address, 00 01, number
 * @param itsValue its stored form
 */
record StoredRow(String address, int shard, Bytes itsKey, Bytes itsValue) {

    byte[] key() {
        return itsKey.unsafeArray();
    }

    byte[] value() {
        return itsValue.unsafeArray();
    }

    int bytes() {
        return itsKey.size() + itsValue.size();
    }

    /** With which the keys of an address begin, and of no other. */
    static byte[] prefix(String address) {
        byte[] text = address.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(text.length + 2)
                .put(text)
                .put((byte) 0)
                .put((byte) 1)
                .array();
    }

    static byte[] key(String address, long number) {
        byte[] prefix = prefix(address);
        return ByteBuffer.allocate(prefix.length + Long.BYTES)
                .put(prefix)
                .putLong(number)
                .array();
    }

    /** The first key after all of an address. */
    static byte[] after(String address) {
        byte[] prefix = prefix(address);
        prefix[prefix.length - 1]++;
        return prefix;
    }
}
