package io.carillon.core.entity;

import io.carillon.core.codec.Codec;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One type that is stored, with a value for each of its variants.
 *
 * @param name of the file with its golden bytes
 * @param values by what they show
 */
record StoredForm<T>(String name, Codec<T> codec, SortedMap<String, T> values) {

    static <T> StoredForm<T> of(String name, Codec<T> codec) {
        return new StoredForm<>(name, codec, new TreeMap<>());
    }

    StoredForm<T> with(String shows, T value) {
        var more = new TreeMap<>(values);
        more.put(shows, value);
        return new StoredForm<>(name, codec, more);
    }
}
