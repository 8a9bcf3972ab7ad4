package io.carillon.core.condition;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.UnreadableException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What many have in common stands once in a stored form, in order; each of them says how far on the next of theirs is.
 * So two hundred conditions on one event take little more room than one.
 */
final class Once<T> {
    private final SortedSet<T> all;
    private final Map<T, Integer> places;

    Once(SortedSet<T> all) {
        this.all = all;
        this.places = new TreeMap<>(all.comparator());
        for (T each : all) places.put(each, places.size());
    }

    void write(ByteWriter out, BiConsumer<T, ByteWriter> writer) {
        out.list(all, writer);
    }

    /**
     * Writes some of it, in its order.
     *
     * @param what which of it each of them has
     * @param rest writes the rest of each
     */
    <E> void writeSome(Collection<E> some, Function<E, T> what, BiConsumer<E, ByteWriter> rest, ByteWriter out) {
        out.count(some.size());
        int next = 0;
        for (E each : some) {
            int place = places.getOrDefault(what.apply(each), -1);
            out.count(place - next);
            next = place + 1;
            rest.accept(each, out);
        }
    }

    /** Reads what {@link #writeSome} wrote. */
    static <T, E> List<E> readSome(List<T> all, ByteReader in, BiFunction<T, ByteReader, E> reader) {
        int size = in.count();
        if (size > all.size()) throw new UnreadableException("%d of %d are too many".formatted(size, all.size()));
        var some = new ArrayList<E>(size);
        int next = 0;
        for (int i = 0; i < size; i++) {
            int skipped = in.count();
            if (skipped >= all.size() - next) {
                throw new UnreadableException("%d further on than %d is past %d".formatted(skipped, next, all.size()));
            }
            next += skipped;
            some.add(reader.apply(all.get(next++), in));
        }
        return Collections.unmodifiableList(some);
    }
}
