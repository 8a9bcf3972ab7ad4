package io.carillon.core.schema;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * JSON Pointers.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>
 */
public final class Pointers {
    private Pointers() {}

    static String escaped(String name) {
        return name.indexOf('~') < 0 && name.indexOf('/') < 0
                ? name
                : name.replace("~", "~0").replace("/", "~1");
    }

    static String inner(String pointer, String name) {
        return pointer + "/" + escaped(name);
    }

    /** The names along a pointer, from outside in. */
    public static List<String> names(String pointer) {
        if (pointer.isEmpty()) return List.of();
        var names = new ArrayList<String>();
        for (String name : pointer.substring(1).split("/", -1)) {
            names.add(name.replace("~1", "/").replace("~0", "~"));
        }
        return names;
    }

    static Optional<Value> find(Value root, String pointer) {
        Value at = root;
        for (String name : names(pointer)) {
            Optional<Value> inner = switch (at) {
                case Value.Fields fields -> fields.get(name);
                case Value.Items(var items) ->
                    index(name).filter(index -> index < items.size()).map(items::get);
                default -> Optional.empty();
            };
            if (inner.isEmpty()) return inner;
            at = inner.get();
        }
        return Optional.of(at);
    }

    /** The number that a name of an item is. */
    public static Optional<Integer> index(String name) {
        boolean isNumber = !name.isEmpty() && name.length() <= 9 && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Optional.of(Integer.parseInt(name)) : Optional.empty();
    }
}
