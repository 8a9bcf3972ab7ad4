package io.carillon.core.event;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The lineage of what was changed or is not valid within a value; of anything else there is nothing to say.
 *
 * @param byPath by JSON Pointer from that value: {@code /traits/address/country}, or the empty pointer for the value
 *     itself
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON Pointer</a>
 */
public record Lineages(SortedMap<String, Lineage> byPath) {
    public static final Lineages NONE = new Lineages(Collections.emptySortedMap());
    /** Of one event or trait. What is over is cleansed none the less, and its lineage not kept. */
    public static final int PATHS_MAX = 100;

    public Lineages {
        byPath = Collections.unmodifiableSortedMap(byPath);
    }

    /** None when there is nothing. */
    public static Lineages of(SortedMap<String, Lineage> byPath) {
        return byPath.isEmpty() ? NONE : new Lineages(byPath);
    }

    public boolean isEmpty() {
        return byPath.isEmpty();
    }

    /** A pointer one name further in. */
    public static String inner(String pointer, String name) {
        return pointer + "/" + (name.indexOf('~') < 0 && name.indexOf('/') < 0 ? name : escaped(name));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Of the value at a pointer, with pointers that begin there. */
    public Lineages at(String pointer) {
        if (byPath.isEmpty()) return NONE;
        var inside = new TreeMap<String, Lineage>();
        for (Map.Entry<String, Lineage> entry : byPath.tailMap(pointer).entrySet()) {
            String path = entry.getKey();
            if (!path.startsWith(pointer)) break;
            String rest = path.substring(pointer.length());
            if (rest.isEmpty() || rest.charAt(0) == '/') inside.put(rest, entry.getValue());
        }
        return of(inside);
    }

    /** The value as it was sent. */
    public Value raw(Value kept) {
        Value raw = kept;
        for (Map.Entry<String, Lineage> entry : byPath.entrySet()) {
            Optional<Value> sent = entry.getValue().raw();
            if (sent.isPresent()) raw = replaced(raw, names(entry.getKey()), sent.get());
        }
        return raw;
    }

    private static List<String> names(String pointer) {
        if (pointer.isEmpty()) return List.of();
        var names = new ArrayList<String>();
        for (String name : pointer.substring(1).split("/", -1)) {
            names.add(name.replace("~1", "/").replace("~0", "~"));
        }
        return names;
    }

    private static Value replaced(Value within, List<String> names, Value with) {
        if (names.isEmpty()) return with;
        String name = names.getFirst();
        List<String> rest = names.subList(1, names.size());
        return switch (within) {
            case Value.Fields(var fields)
            when fields.containsKey(name) -> {
                var copy = new LinkedHashMap<>(fields);
                copy.computeIfPresent(name, (_, inner) -> replaced(inner, rest, with));
                yield new Value.Fields(copy);
            }
            case Value.Items(var items)
            when isIndex(name, items.size()) -> {
                var copy = new ArrayList<>(items);
                int index = Integer.parseInt(name);
                copy.set(index, replaced(copy.get(index), rest, with));
                yield new Value.Items(copy);
            }
            default -> within; // another value stands there by now
        };
    }

    private static boolean isIndex(String name, int size) {
        if (name.isEmpty() || name.length() > 9 || name.chars().anyMatch(c -> c < '0' || c > '9')) return false;
        return Integer.parseInt(name) < size;
    }

    public void write(ByteWriter out) {
        out.map(byPath, (path, to) -> to.text(path), Lineage::write);
    }

    public static Lineages read(ByteReader in) {
        return of(in.sortedMap(ByteReader::text, Lineage::read));
    }
}
