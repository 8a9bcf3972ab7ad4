package io.carillon.core.codec;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Builds a stored form. Whole numbers are variable length (zig-zag LEB128), texts and lists carry their length. */
public final class ByteWriter {
    private static final int KEPT_MAX = 1 << 20;

    private byte[] buffer;
    private int size;

    public ByteWriter() {
        this(256);
    }

    public ByteWriter(int capacity) {
        buffer = new byte[Math.max(16, capacity)];
    }

    public int size() {
        return size;
    }

    public Bytes toBytes() {
        return Bytes.wrap(Arrays.copyOf(buffer, size));
    }

    /** Its memory itself, of which {@link #size} bytes are written: good until the next write, must not be changed. */
    public byte[] unsafeArray() {
        return buffer;
    }

    /** Empties the writer and keeps its memory for the next value, unless that was much. */
    public void reset() {
        size = 0;
        if (buffer.length > KEPT_MAX) buffer = new byte[KEPT_MAX];
    }

    public void u8(int value) {
        ensure(1);
        buffer[size++] = (byte) value;
    }

    public void flag(boolean value) {
        u8(value ? 1 : 0);
    }

    /** A number that is never negative, such as a length. */
    public void count(long value) {
        if (value < 0) throw new IllegalArgumentException("a count must not be negative, was " + value);
        unsigned(value);
    }

    public void number(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    /** Eight bytes, big-endian: sorts as the number does when it is not negative. */
    public void fixed64(long value) {
        ensure(8);
        for (int shift = 56; shift >= 0; shift -= 8) buffer[size++] = (byte) (value >>> shift);
    }

    public void text(String value) {
        int length = value.length();
        if (length < 64) { // the common case without a second copy: short and ASCII
            ensure(length + 1);
            int start = size;
            buffer[size++] = (byte) length;
            for (int i = 0; i < length; i++) {
                char c = value.charAt(i);
                if (c >= 0x80) {
                    size = start;
                    encoded(value);
                    return;
                }
                buffer[size++] = (byte) c;
            }
            return;
        }
        encoded(value);
    }

    /** The name of an enum constant: names are stored, positions change. */
    public void constant(Enum<?> value) {
        text(value.name());
    }

    public void bytes(Bytes value) {
        count(value.size());
        raw(value.unsafeArray(), 0, value.size());
    }

    public void decimal(BigDecimal value) {
        number(value.scale());
        byte[] unscaled = value.unscaledValue().toByteArray();
        count(unscaled.length);
        raw(unscaled, 0, unscaled.length);
    }

    /** Precise to the nanosecond. */
    public void instant(Instant value) {
        number(value.getEpochSecond());
        count(value.getNano());
    }

    public <T> void optional(Optional<T> value, BiConsumer<T, ByteWriter> writer) {
        flag(value.isPresent());
        value.ifPresent(present -> writer.accept(present, this));
    }

    public <T> void list(Collection<T> values, BiConsumer<T, ByteWriter> writer) {
        count(values.size());
        for (T value : values) writer.accept(value, this);
    }

    public <K, V> void map(Map<K, V> values, BiConsumer<K, ByteWriter> keys, BiConsumer<V, ByteWriter> writer) {
        count(values.size());
        values.forEach((key, value) -> {
            keys.accept(key, this);
            writer.accept(value, this);
        });
    }

    private void encoded(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        count(utf8.length);
        raw(utf8, 0, utf8.length);
    }

    private void raw(byte[] source, int from, int length) {
        ensure(length);
        System.arraycopy(source, from, buffer, size, length);
        size += length;
    }

    private void unsigned(long value) {
        ensure(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        buffer[size++] = (byte) rest;
    }

    private void ensure(int more) {
        if (buffer.length - size < more) buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
    }
}
