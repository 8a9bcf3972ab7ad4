package io.carillon.core.content.liquid;

import java.util.List;
import java.util.Map;

/** What a filter is given besides its input. Their number was checked when the template was parsed. */
record Arguments(List<Val> values, Map<String, Val> named, RenderContext context) {
    boolean has(int index) {
        return index < values.size();
    }

    /** The argument at a place; nil when it was not given. */
    Val get(int index) {
        return has(index) ? values.get(index) : Val.Special.NIL;
    }

    String text(int index) {
        return Texts.of(get(index));
    }

    Val named(String name) {
        return named.getOrDefault(name, Val.Special.NIL);
    }
}
