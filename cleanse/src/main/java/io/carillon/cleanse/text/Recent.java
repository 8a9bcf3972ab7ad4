package io.carillon.cleanse.text;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * A pure function of a text, remembered for those that came lately. Each text has one place by its hash, where the next
 * one of that place follows it: bounded, and nobody waits for anybody.
 */
public final class Recent<V> {
    private static final int LENGTH_MAX = 120;

    private final AtomicReferenceArray<Known<V>> places;
    private final Function<String, V> made;

    private record Known<V>(String text, V value) {}

    /** @param places a power of two */
    public Recent(int places, Function<String, V> made) {
        if (Integer.bitCount(places) != 1) {
            throw new IllegalArgumentException("places must be a power of two, was " + places);
        }
        this.places = new AtomicReferenceArray<>(places);
        this.made = made;
    }

    public V of(String text) {
        if (text.length() > LENGTH_MAX) return made.apply(text);
        int hash = text.hashCode();
        int place = (hash ^ (hash >>> 15)) & (places.length() - 1);
        Known<V> known = places.getAcquire(place);
        if (known != null && known.text.equals(text)) return known.value;
        V value = made.apply(text);
        places.setRelease(place, new Known<>(text, value));
        return value;
    }
}
