package io.carillon.core.audit;

import io.carillon.core.value.Value;

/** Numbers that stand for values: equal values have equal ones, on every machine. */
final class Hashes {
    private static final int LENGTH_MAX = 512;
    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    private Hashes() {}

    static long of(Value value) {
        return switch (value) {
            case Value.Text(var text) -> of(text);
            case Value.Num(var number) -> mixed(Double.doubleToLongBits(number.doubleValue()) ^ 1);
            case Value.Flag(var flag) -> mixed(flag ? 3 : 5);
            case Value.Nothing _, Value.Items _, Value.Fields _ -> 0;
        };
    }

    /** FNV-1a over the first characters and the length, mixed so that every bit counts. */
    private static long of(String text) {
        long hash = BASIS ^ text.length();
        int length = Math.min(text.length(), LENGTH_MAX);
        for (int i = 0; i < length; i++) hash = (hash ^ text.charAt(i)) * PRIME;
        return mixed(hash);
    }

    /** The end of MurmurHash3 (Appleby, 2011). */
    private static long mixed(long seed) {
        long hash = seed;
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
