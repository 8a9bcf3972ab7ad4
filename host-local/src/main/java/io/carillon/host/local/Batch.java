package io.carillon.host.local;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Changes to the store that become durable together, in RocksDB's own form of a write batch: one call into native code
 * for a whole group instead of one for each row.
 *
 * @see <a href="https://github.com/facebook/rocksdb/blob/main/db/write_batch.cc">the form, at the top of write_batch.cc</a>
 */
final class Batch {
    private static final int HEADER = 12;
    private static final int COUNT_AT = 8;
    private static final byte PUT = 0x5;
    private static final byte DELETE = 0x4;
    private static final byte SINGLE_DELETE = 0x8;

    private byte[] bytes = new byte[64 * 1024];
    private int size = HEADER;
    private int count;

    void put(Family family, byte[] key, byte[] value) {
        put(family, key, value, value.length);
    }

    /** @param length of the value, which the array begins with */
    void put(Family family, byte[] key, byte[] value, int length) {
        begin(PUT, family, key.length + length);
        slice(key, key.length);
        slice(value, length);
    }

    void delete(Family family, byte[] key) {
        begin(DELETE, family, key.length);
        slice(key, key.length);
    }

    /** Cheaper than {@link #delete}; only for a key that was put once since it was last deleted. */
    void deleteSingle(Family family, byte[] key) {
        begin(SINGLE_DELETE, family, key.length);
        slice(key, key.length);
    }

    boolean isEmpty() {
        return count == 0;
    }

    int size() {
        return size;
    }

    void clear() {
        size = HEADER;
        count = 0;
        if (bytes.length > 16 << 20) bytes = new byte[64 * 1024];
    }

    byte[] toArray() {
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(COUNT_AT, count);
        return Arrays.copyOf(bytes, size);
    }

    private void begin(byte tag, Family family, int more) {
        int wanted = size + more + 16;
        if (wanted > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(wanted, bytes.length * 2));
        bytes[size++] = tag;
        bytes[size++] = (byte) family.number();
        count++;
    }

    private void slice(byte[] content, int length) {
        int rest = length;
        while (rest > 0x7F) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
        System.arraycopy(content, 0, bytes, size, length);
        size += length;
    }
}
