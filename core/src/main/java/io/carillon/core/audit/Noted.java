package io.carillon.core.audit;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often something was so.
 *
 * @param example the first
 */
public record Noted(long count, String example) {
    /** Of one list; what is beyond counts under {@link #OTHERS}. */
    static final int REASONS_MAX = 40;

    public static final String OTHERS = "(others)";

    static void add(SortedMap<String, Noted> to, String reason, Noted more) {
        String under = to.containsKey(reason) || to.size() < REASONS_MAX ? reason : OTHERS;
        to.merge(under, more, (old, it) -> new Noted(old.count + it.count, old.example));
    }

    static void addAll(SortedMap<String, Noted> to, SortedMap<String, Noted> more) {
        for (Map.Entry<String, Noted> entry : more.entrySet()) add(to, entry.getKey(), entry.getValue());
    }

    static void writeAll(SortedMap<String, Noted> all, ByteWriter out) {
        out.map(all, (reason, to) -> to.text(reason), (noted, to) -> {
            to.count(noted.count);
            to.text(noted.example);
        });
    }

    static TreeMap<String, Noted> readAll(ByteReader in) {
        return new TreeMap<>(in.sortedMap(ByteReader::text, from -> new Noted(from.count(), from.text())));
    }
}
