package io.carillon.host.local;

import io.carillon.core.host.Address;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/**
 * The keys of stored rows. A text that more follows ends in 00 01 (a zero within it is written 00 FF), so that no
 * text's rows lie among those of a longer one, and order is that of UTF-8 bytes.
 */
final class Keys {
    /** Shard, seconds, nanoseconds. */
    static final int WAKE_PREFIX = 2 + 8 + 4;

    private static final byte[] NONE = {};

    private Keys() {}

    /** @throws IllegalArgumentException if the text holds half a surrogate pair: it has no UTF-8 form */
    static byte[] utf8(String text) {
        int length = text.length();
        byte[] ascii = new byte[length];
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) return encoded(text);
            ascii[i] = (byte) c;
        }
        return ascii;
    }

    static byte[] entity(Address address) {
        return utf8(address.text());
    }

    static byte[] history(Address address, long number) {
        byte[] text = terminated(address.text());
        return ByteBuffer.allocate(text.length + 8).put(text).putLong(number).array();
    }

    static long historyNumber(byte[] key) {
        return ByteBuffer.wrap(key).getLong(key.length - Long.BYTES);
    }

    static byte[] row(String table, String key) {
        byte[] name = terminated(table);
        byte[] rest = utf8(key);
        return ByteBuffer.allocate(name.length + rest.length)
                .put(name)
                .put(rest)
                .array();
    }

    static byte[] table(String table) {
        return terminated(table);
    }

    /** The {@link #table} that a {@link #row} is of. */
    static byte[] tableOf(byte[] row) {
        for (int end = 2; end <= row.length; end++) {
            if (row[end - 2] == 0 && row[end - 1] == 1) return Arrays.copyOf(row, end);
        }
        throw new IllegalArgumentException("the key of a row begins with its table");
    }

    static byte[] inbox(int receiver, int sender, long number) {
        return ByteBuffer.allocate(12)
                .putShort((short) receiver)
                .putShort((short) sender)
                .putLong(number)
                .array();
    }

    static byte[] startOfInbox(int receiver, int sender) {
        return ByteBuffer.allocate(4)
                .putShort((short) receiver)
                .putShort((short) sender)
                .array();
    }

    static int inboxSender(byte[] key) {
        return ByteBuffer.wrap(key).getShort(2);
    }

    static long inboxNumber(byte[] key) {
        return ByteBuffer.wrap(key).getLong(4);
    }

    static byte[] wake(int shard, Instant at, Address address) {
        return wake(shard, at, utf8(address.text()));
    }

    /** The first key that a wake-up at this instant can have. */
    static byte[] wake(int shard, Instant at) {
        return wake(shard, at, NONE);
    }

    private static byte[] wake(int shard, Instant at, byte[] address) {
        return ByteBuffer.allocate(WAKE_PREFIX + address.length)
                .putShort((short) shard)
                .putLong(at.getEpochSecond() ^ Long.MIN_VALUE) // sorts instants before 1970 first
                .putInt(at.getNano())
                .put(address)
                .array();
    }

    static Instant wakeAt(byte[] key) {
        var bytes = ByteBuffer.wrap(key);
        return Instant.ofEpochSecond(bytes.getLong(2) ^ Long.MIN_VALUE, bytes.getInt(10));
    }

    static Address wakeAddress(byte[] key) {
        return new Address(new String(key, WAKE_PREFIX, key.length - WAKE_PREFIX, StandardCharsets.UTF_8));
    }

    static byte[] shard(int shard) {
        return ByteBuffer.allocate(2).putShort((short) shard).array();
    }

    static byte[] memory(int shard, int bucket) {
        return ByteBuffer.allocate(6).putShort((short) shard).putInt(bucket).array();
    }

    static byte[] memory(int shard, int bucket, Hash hash) {
        return ByteBuffer.allocate(22)
                .putShort((short) shard)
                .putInt(bucket)
                .putLong(hash.high())
                .putLong(hash.low())
                .array();
    }

    static boolean startsWith(byte[] key, byte[] prefix) {
        return key.length >= prefix.length && Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length);
    }

    private static byte[] terminated(String text) {
        byte[] plain = utf8(text);
        int zeros = 0;
        for (byte b : plain) if (b == 0) zeros++;
        byte[] result = new byte[plain.length + zeros + 2];
        int at = 0;
        for (byte b : plain) {
            result[at++] = b;
            if (b == 0) result[at++] = (byte) 0xFF;
        }
        result[at + 1] = 1;
        return result;
    }

    private static byte[] encoded(String text) {
        try {
            var bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] result = new byte[bytes.remaining()];
            bytes.get(result);
            return result;
        } catch (CharacterCodingException _) {
            throw new IllegalArgumentException("a key must be text with a UTF-8 form, but holds half a surrogate pair");
        }
    }
}
