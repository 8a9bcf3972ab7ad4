package io.carillon.host.local;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The stored form of entities that a shard used lately, up to a bound; the first to come is the first to go. Bytes outside
 * of the heap: a hundred thousand entities kept as objects are what a garbage collector would mostly copy, and decoding
 * one costs less than that.
 *
 * <p>A ring of segments. What is put anew goes to its end; a state that changes stays where it is while it fits. When the
 * end comes round to a segment, all that is in it is forgotten. Places are found by an open table of hashes.
 */
final class RecentStates {
    private static final int SEGMENT_BYTES_MAX = 256 * 1024;
    private static final int SEGMENT_BYTES_MIN = 4 * 1024;
    private static final int SEGMENTS_MIN = 8;
    /** Larger states, by a segment's size, are rare, and read from the store each time. */
    private static final int ENTRY_SHARE = 8;

    /** Hash, room, length of the key, length of the state. */
    private static final int HEAD = 4 * Integer.BYTES;

    private static final int ALIGNMENT = 64;
    private static final int FREE = -1;

    private final int segmentBytes;
    private final int segmentsMax;
    private final List<ByteBuffer> segments = new ArrayList<>();
    /** Where each segment's entries end. */
    private final int[] ends;

    private int current;
    /** By hash, with linear probing: places in units of {@link #ALIGNMENT}, or {@link #FREE}. */
    private int[] table = emptyTable(1_024);

    private int entries;
    private long hits;
    private long misses;

    /** @param bytesMax of memory, used as it is needed; a few kilobytes at least */
    RecentStates(long bytesMax) {
        segmentBytes =
                Math.clamp(bytesMax / SEGMENTS_MIN / ALIGNMENT * ALIGNMENT, SEGMENT_BYTES_MIN, SEGMENT_BYTES_MAX);
        segmentsMax = Math.clamp(bytesMax / segmentBytes, 1, Integer.MAX_VALUE / (segmentBytes / ALIGNMENT));
        ends = new int[segmentsMax];
    }

    Optional<byte[]> get(byte[] key) {
        int slot = find(key, hash(key));
        if (slot < 0) {
            misses++;
            return Optional.empty();
        }
        hits++;
        ByteBuffer segment = segmentOf(table[slot]);
        int at = offsetOf(table[slot]);
        var state = new byte[segment.getInt(at + 12)];
        segment.get(at + HEAD + key.length, state);
        return Optional.of(state);
    }

    /** Takes the place of what was kept of it. */
    void put(byte[] key, byte[] state, int length) {
        int hash = hash(key);
        int slot = find(key, hash);
        int needed = HEAD + key.length + length;
        if (slot >= 0) {
            ByteBuffer segment = segmentOf(table[slot]);
            int at = offsetOf(table[slot]);
            if (needed <= segment.getInt(at + 4)) {
                segment.putInt(at + 12, length).put(at + HEAD + key.length, state, 0, length);
                return;
            }
            free(slot);
        }
        if (needed > segmentBytes / ENTRY_SHARE) return;
        int room = roundedUp(needed + needed / 8); // states grow: there is room for a little more
        int place = append(room);
        ByteBuffer segment = segmentOf(place);
        int at = offsetOf(place);
        segment.putInt(at, hash).putInt(at + 4, room).putInt(at + 8, key.length).putInt(at + 12, length);
        segment.put(at + HEAD, key).put(at + HEAD + key.length, state, 0, length);
        insert(hash, place);
    }

    long hits() {
        return hits;
    }

    long misses() {
        return misses;
    }

    private int append(int room) {
        if (segments.isEmpty()) segments.add(ByteBuffer.allocateDirect(segmentBytes));
        if (ends[current] + room > segmentBytes) {
            current = (current + 1) % segmentsMax;
            if (current == segments.size()) segments.add(ByteBuffer.allocateDirect(segmentBytes));
            forget(current);
        }
        int at = ends[current];
        ends[current] += room;
        return current * (segmentBytes / ALIGNMENT) + at / ALIGNMENT;
    }

    private void forget(int number) {
        ByteBuffer segment = segments.get(number);
        int at = 0;
        while (at < ends[number]) {
            int place = number * (segmentBytes / ALIGNMENT) + at / ALIGNMENT;
            int slot = slotOf(segment.getInt(at));
            while (table[slot] != FREE && table[slot] != place) slot = next(slot);
            if (table[slot] == place) free(slot); // otherwise it had moved
            at += segment.getInt(at + 4);
        }
        ends[number] = 0;
    }

    /** The slot of a key, or less than 0. */
    private int find(byte[] key, int hash) {
        for (int slot = slotOf(hash); table[slot] != FREE; slot = next(slot)) {
            ByteBuffer segment = segmentOf(table[slot]);
            int at = offsetOf(table[slot]);
            if (segment.getInt(at) == hash && segment.getInt(at + 8) == key.length && isAt(segment, at + HEAD, key)) {
                return slot;
            }
        }
        return -1;
    }

    private static boolean isAt(ByteBuffer segment, int at, byte[] key) {
        for (int i = 0; i < key.length; i++) if (segment.get(at + i) != key[i]) return false;
        return true;
    }

    private void insert(int hash, int place) {
        if (2 * ++entries > table.length) grow();
        int slot = slotOf(hash);
        while (table[slot] != FREE) slot = next(slot);
        table[slot] = place;
    }

    private void grow() {
        int[] before = table;
        table = emptyTable(2 * before.length);
        for (int place : before) {
            if (place == FREE) continue;
            int slot = slotOf(hashAt(place));
            while (table[slot] != FREE) slot = next(slot);
            table[slot] = place;
        }
    }

    /** Moves what follows back, so that no search ends too early at the gap. */
    private void free(int freed) {
        int gap = freed;
        for (int slot = next(gap); table[slot] != FREE; slot = next(slot)) {
            int distance = (slot - slotOf(hashAt(table[slot]))) & (table.length - 1);
            if (distance < ((slot - gap) & (table.length - 1))) continue;
            table[gap] = table[slot];
            gap = slot;
        }
        table[gap] = FREE;
        entries--;
    }

    private int hashAt(int place) {
        return segmentOf(place).getInt(offsetOf(place));
    }

    private ByteBuffer segmentOf(int place) {
        return segments.get(place / (segmentBytes / ALIGNMENT));
    }

    private int offsetOf(int place) {
        return place % (segmentBytes / ALIGNMENT) * ALIGNMENT;
    }

    private int slotOf(int hash) {
        return hash & (table.length - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (table.length - 1);
    }

    private static int hash(byte[] key) {
        int hash = Arrays.hashCode(key) * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    private static int roundedUp(int bytes) {
        return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    private static int[] emptyTable(int size) {
        var table = new int[size];
        Arrays.fill(table, FREE);
        return table;
    }
}
