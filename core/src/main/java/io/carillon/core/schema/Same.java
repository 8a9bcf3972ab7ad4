package io.carillon.core.schema;

import io.carillon.core.value.Value;
import java.util.Map;

/** Equality as JSON Schema has it: numbers by amount, objects whatever the order of their names. */
final class Same {
    private Same() {}

    static boolean same(Value one, Value other) {
        return switch (one) {
            case Value.Num(var number) ->
                other instanceof Value.Num(var otherNumber) && number.compareTo(otherNumber) == 0;
            case Value.Items(var items) -> {
                if (!(other instanceof Value.Items(var others)) || items.size() != others.size()) yield false;
                for (int i = 0; i < items.size(); i++) if (!same(items.get(i), others.get(i))) yield false;
                yield true;
            }
            case Value.Fields(var fields) -> {
                if (!(other instanceof Value.Fields(var others)) || fields.size() != others.size()) yield false;
                for (Map.Entry<String, Value> field : fields.entrySet()) {
                    Value there = others.get(field.getKey());
                    if (there == null || !same(field.getValue(), there)) yield false;
                }
                yield true;
            }
            default -> one.equals(other);
        };
    }
}
