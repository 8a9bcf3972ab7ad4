package io.carillon.host.local;

import java.util.ArrayList;
import java.util.List;

/** A Bloom filter that grows with what it is given, up to a bound past which it excludes nothing. For one thread. */
final class Filter {
    private static final int BITS_PER_HASH = 10;
    private static final int PROBES = 6;
    private static final int FIRST_HASHES = 1 << 14;
    private static final int SEGMENT_HASHES_MAX = 1 << 20;
    private static final int SEGMENTS_MAX = 24;

    private final List<long[]> segments = new ArrayList<>();
    private int hashesInLast;
    private int capacityOfLast;
    private boolean overflowed;

    void add(Hash hash) {
        if (overflowed) return;
        if (hashesInLast == capacityOfLast) grow();
        if (overflowed) return;
        hashesInLast++;
        long[] bits = segments.getLast();
        for (int i = 0; i < PROBES; i++) {
            long bit = bit(hash, i, bits);
            bits[(int) (bit >>> 6)] |= 1L << (bit & 63);
        }
    }

    boolean mayHold(Hash hash) {
        if (overflowed) return true;
        for (long[] bits : segments) if (holds(bits, hash)) return true;
        return false;
    }

    private void grow() {
        if (segments.size() == SEGMENTS_MAX) {
            overflowed = true;
            segments.clear();
            return;
        }
        capacityOfLast = segments.isEmpty() ? FIRST_HASHES : Math.min(SEGMENT_HASHES_MAX, capacityOfLast * 4);
        hashesInLast = 0;
        segments.add(new long[capacityOfLast * BITS_PER_HASH / 64]);
    }

    private static boolean holds(long[] bits, Hash hash) {
        for (int i = 0; i < PROBES; i++) {
            long bit = bit(hash, i, bits);
            if ((bits[(int) (bit >>> 6)] & (1L << (bit & 63))) == 0) return false;
        }
        return true;
    }

    private static long bit(Hash hash, int probe, long[] bits) {
        return Long.remainderUnsigned(hash.high() + probe * (hash.low() | 1), bits.length * 64L);
    }
}
