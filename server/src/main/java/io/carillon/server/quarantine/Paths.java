package io.carillon.server.quarantine;

import io.carillon.core.value.Value;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Values at dotted paths through fields: {@code context.traits.email}. A field whose name has the dots itself is meant first. */
final class Paths {
    private Paths() {}

    static Optional<Value> get(Value.Fields in, String path) {
        return in.at(path);
    }

    /** With the value there; fields on the way that are missing, or hold something else, become objects. */
    static Value.Fields with(Value.Fields in, String path, Value value) {
        int dot = path.indexOf('.');
        if (dot < 0 || in.get(path).isPresent()) return in.with(path, value);
        String first = path.substring(0, dot);
        return in.with(first, with(in.fields(first), path.substring(dot + 1), value));
    }

    static Value.Fields without(Value.Fields in, String path) {
        var rest = new LinkedHashMap<>(in.fields());
        if (rest.remove(path) != null) return new Value.Fields(rest);
        int dot = path.indexOf('.');
        if (dot < 0 || !(rest.get(path.substring(0, dot)) instanceof Value.Fields inner)) return in;
        rest.put(path.substring(0, dot), without(inner, path.substring(dot + 1)));
        return new Value.Fields(rest);
    }
}
