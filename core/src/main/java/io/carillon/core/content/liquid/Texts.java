package io.carillon.core.content.liquid;

import io.carillon.core.value.Value;
import java.util.List;
import java.util.Map;

/** Values as a template writes them. */
final class Texts {
    private Texts() {}

    static String of(Val val) {
        return switch (val) {
            case Val.Data(var value) -> of(value);
            case Val.Markup(var html) -> html;
            case Val.Range(var first, var last) -> first + ".." + last;
            case Val.Looping _, Val.Special _ -> "";
        };
    }

    static String of(Value value) {
        return switch (value) {
            case Value.Text(var text) -> text;
            case Value.Num(var number) -> Numbers.format(number);
            case Value.Flag(var flag) -> String.valueOf(flag);
            case Value.Nothing _ -> "";
            case Value.Items(var items) -> join(items, "");
            case Value.Fields fields -> {
                var out = new StringBuilder();
                inspect(fields, out);
                yield out.toString();
            }
        };
    }

    /** Lists inside the list are joined the same way. */
    static String join(List<Value> items, String glue) {
        var out = new StringBuilder();
        boolean[] started = {false};
        join(items, glue, out, started);
        return out.toString();
    }

    private static void join(List<Value> items, String glue, StringBuilder out, boolean[] started) {
        for (Value item : items) {
            if (item instanceof Value.Items(var inner)) {
                join(inner, glue, out, started);
                continue;
            }
            if (started[0]) out.append(glue);
            started[0] = true;
            out.append(of(item));
        }
    }

    /** As Ruby shows what is inside a hash: {@code {"a"=>1}}. */
    private static void inspect(Value value, StringBuilder out) {
        switch (value) {
            case Value.Text(var text) -> {
                out.append('"');
                for (int i = 0; i < text.length(); i++) inspect(text.charAt(i), out);
                out.append('"');
            }
            case Value.Nothing _ -> out.append("nil");
            case Value.Items(var items) -> {
                out.append('[');
                for (int i = 0; i < items.size(); i++) {
                    if (i > 0) out.append(", ");
                    inspect(items.get(i), out);
                }
                out.append(']');
            }
            case Value.Fields(var fields) -> {
                out.append('{');
                boolean first = true;
                for (Map.Entry<String, Value> field : fields.entrySet()) {
                    if (!first) out.append(", ");
                    first = false;
                    inspect(Value.of(field.getKey()), out);
                    out.append("=>");
                    inspect(field.getValue(), out);
                }
                out.append('}');
            }
            case Value.Num _, Value.Flag _ -> out.append(of(value));
        }
    }

    private static void inspect(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append(c);
        }
    }
}
