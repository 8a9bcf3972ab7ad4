package io.carillon.core.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads what {@link ByteWriter} wrote. Every method throws {@link UnreadableException} at a wrong or missing byte. */
public final class ByteReader {
    /** Lists grow past this as they are read: a damaged length inside a damaged length must not allocate in squares. */
    private static final int ROOM_MAX = 256;

    /** No writer has a number with more zeros; adding one to 1e999999999 takes a gigabyte. */
    private static final int SCALE_MAX = 100_000;

    private final byte[] content;
    private int at;

    public ByteReader(Bytes bytes) {
        content = bytes.unsafeArray();
    }

    public int u8() {
        need(1);
        return content[at++] & 0xFF;
    }

    /** Whether this byte comes next; it is read when it does. */
    public boolean takes(int value) {
        need(1);
        boolean isNext = (content[at] & 0xFF) == value;
        if (isNext) at++;
        return isNext;
    }

    /** The version that a stored form begins with, from 1 to {@code newest}. */
    public int version(String what, int newest) {
        int version = u8();
        if (version < 1 || version > newest) {
            throw new UnreadableException(
                    "%s has version %d; this Carillon reads 1 to %d".formatted(what, version, newest));
        }
        return version;
    }

    public boolean flag() {
        int value = u8();
        if (value > 1) throw new UnreadableException("expected 0 or 1 at byte %d, was %d".formatted(at - 1, value));
        return value == 1;
    }

    public int count() {
        long value = unsigned();
        if (value < 0 || value > Integer.MAX_VALUE) throw new UnreadableException("count out of range at byte " + at);
        return (int) value;
    }

    public long number() {
        long raw = unsigned();
        return (raw >>> 1) ^ -(raw & 1);
    }

    public long fixed64() {
        need(8);
        long value = 0;
        for (int i = 0; i < 8; i++) value = (value << 8) | (content[at++] & 0xFF);
        return value;
    }

    public String text() {
        int length = count();
        need(length);
        var value = new String(content, at, length, StandardCharsets.UTF_8);
        at += length;
        return value;
    }

    public <E extends Enum<E>> E constant(Class<E> type) {
        String name = text();
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableException("%s has no \"%s\"".formatted(type.getSimpleName(), name), e);
        }
    }

    public Bytes bytes() {
        int length = count();
        need(length);
        byte[] copy = new byte[length];
        System.arraycopy(content, at, copy, 0, length);
        at += length;
        return Bytes.wrap(copy);
    }

    public BigDecimal decimal() {
        long scale = number();
        int length = count();
        need(length);
        if (length == 0) throw new UnreadableException("empty number at byte " + at);
        var unscaled = new BigInteger(content, at, length);
        at += length;
        if (Math.abs(scale) > SCALE_MAX) throw new UnreadableException("number out of range at byte " + at);
        return new BigDecimal(unscaled, (int) scale);
    }

    public Instant instant() {
        long seconds = number();
        return Instant.ofEpochSecond(seconds, count());
    }

    public <T> Optional<T> optional(Function<ByteReader, T> reader) {
        return flag() ? Optional.of(reader.apply(this)) : Optional.empty();
    }

    /** Unmodifiable. */
    public <T> List<T> list(Function<ByteReader, T> reader) {
        int size = count();
        need(size); // an element takes a byte at least: a damaged length must not allocate gigabytes
        if (size == 0) return List.of();
        var values = new ArrayList<T>(Math.min(size, ROOM_MAX));
        for (int i = 0; i < size; i++) values.add(reader.apply(this));
        return Collections.unmodifiableList(values);
    }

    /** Unmodifiable, in the order written. */
    public <K, V> Map<K, V> map(Function<ByteReader, K> keys, Function<ByteReader, V> reader) {
        int size = count();
        need(size);
        if (size == 0) return Map.of();
        var values = LinkedHashMap.<K, V>newLinkedHashMap(Math.min(size, ROOM_MAX));
        for (int i = 0; i < size; i++) values.put(keys.apply(this), reader.apply(this));
        return Collections.unmodifiableMap(values);
    }

    /** Unmodifiable. Most are empty, and all of these are one: there are many in an entity kept in memory. */
    public <K extends Comparable<? super K>, V> SortedMap<K, V> sortedMap(
            Function<ByteReader, K> keys, Function<ByteReader, V> reader) {
        int size = count();
        need(size);
        if (size == 0) return Collections.emptySortedMap();
        var values = new TreeMap<K, V>();
        for (int i = 0; i < size; i++) values.put(keys.apply(this), reader.apply(this));
        return Collections.unmodifiableSortedMap(values);
    }

    public void expectEnd() {
        if (at != content.length) {
            throw new UnreadableException("%d bytes left over after a stored form".formatted(content.length - at));
        }
    }

    private long unsigned() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int next = u8();
            value |= (long) (next & 0x7F) << shift;
            if ((next & 0x80) == 0) return value;
        }
        throw new UnreadableException("number too long at byte " + at);
    }

    private void need(int more) {
        if (more < 0 || content.length - at < more) {
            throw new UnreadableException(
                    "expected %d more bytes at byte %d of %d".formatted(more, at, content.length));
        }
    }
}
