package io.carillon.core.schema;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.List;

/** JSON Schema's words for what a value is. */
final class Types {
    static final List<String> WORDS = List.of("string", "number", "integer", "boolean", "object", "array", "null");

    private Types() {}

    static boolean is(Value value, String type) {
        return switch (value) {
            case Value.Text _ -> type.equals("string");
            case Value.Num(var number) -> type.equals("number") || (type.equals("integer") && isWhole(number));
            case Value.Flag _ -> type.equals("boolean");
            case Value.Nothing _ -> type.equals("null");
            case Value.Items _ -> type.equals("array");
            case Value.Fields _ -> type.equals("object");
        };
    }

    /** For people: what stands there. */
    static String of(Value value) {
        return switch (value) {
            case Value.Text _ -> "string";
            case Value.Num(var number) -> isWhole(number) ? "integer" : "number";
            case Value.Flag _ -> "boolean";
            case Value.Nothing _ -> "null";
            case Value.Items _ -> "array";
            case Value.Fields _ -> "object";
        };
    }

    static boolean isWhole(BigDecimal number) {
        return number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0;
    }
}
