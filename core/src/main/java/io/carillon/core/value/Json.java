package io.carillon.core.value;

import java.util.Map;

/** Writes a value as compact JSON (RFC 8259). */
public final class Json {
    private Json() {}

    public static String write(Value value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /** A text as it stands between the quotes of a JSON text. */
    public static String escape(String text) {
        var out = new StringBuilder(text.length() + 16);
        escape(text, out);
        return out.toString();
    }

    private static void write(Value value, StringBuilder out) {
        switch (value) {
            case Value.Text(var text) -> quote(text, out);
            case Value.Num(var number) ->
                out.append(
                        number.scale() <= 0 && number.precision() - number.scale() <= 40
                                ? number.toPlainString()
                                : number.toString());
            case Value.Flag(var flag) -> out.append(flag);
            case Value.Nothing _ -> out.append("null");
            case Value.Items(var items) -> {
                out.append('[');
                for (int i = 0; i < items.size(); i++) {
                    if (i > 0) out.append(',');
                    write(items.get(i), out);
                }
                out.append(']');
            }
            case Value.Fields(var fields) -> {
                out.append('{');
                boolean first = true;
                for (Map.Entry<String, Value> field : fields.entrySet()) {
                    if (!first) out.append(',');
                    first = false;
                    quote(field.getKey(), out);
                    out.append(':');
                    write(field.getValue(), out);
                }
                out.append('}');
            }
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        escape(text, out);
        out.append('"');
    }

    private static void escape(String text, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20 || c == 0x2028 || c == 0x2029) out.append("\\u%04x".formatted((int) c));
                    else out.append(c);
                }
            }
        }
    }
}
