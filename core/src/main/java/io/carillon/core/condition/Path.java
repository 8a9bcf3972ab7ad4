package io.carillon.core.condition;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Dotted paths into values. {@code []} after a name stands for each item of the list there: {@code
 * products[].category} leads to the category of every product.
 */
public final class Path {
    private static final String EACH = "[]";

    private Path() {}

    /** The top-level name that a path begins with. */
    public static String root(String path) {
        int end = path.length();
        int dot = path.indexOf('.');
        int each = path.indexOf(EACH);
        if (dot >= 0) end = dot;
        if (each >= 0) end = Math.min(end, each);
        return path.substring(0, end);
    }

    /** All values at a path, in order; none when it leads nowhere. */
    public static List<Value> in(Value.Fields fields, String path) {
        if (!path.contains(EACH)) return fields.at(path).map(List::of).orElse(List.of());
        var found = new ArrayList<Value>();
        collect(fields, path, found);
        return found;
    }

    private static void collect(Value.Fields fields, String path, List<Value> into) {
        int each = path.indexOf(EACH);
        if (each < 0) {
            fields.at(path).ifPresent(into::add);
            return;
        }
        Optional<Value> list = fields.at(path.substring(0, each));
        if (list.isEmpty()) return;
        String rest = path.substring(each + EACH.length());
        String inside = rest.startsWith(".") ? rest.substring(1) : rest;
        for (Value item : items(list.get())) {
            if (inside.isEmpty()) into.add(item);
            else if (item instanceof Value.Fields inner) collect(inner, inside, into);
        }
    }

    /** The items of a list; what stands alone where a list was expected is a list of one. */
    static List<Value> items(Value value) {
        return value instanceof Value.Items(var items) ? items : List.of(value);
    }
}
