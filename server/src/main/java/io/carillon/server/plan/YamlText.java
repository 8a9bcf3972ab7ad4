package io.carillon.server.plan;

import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes YAML: nested keys on lines of their own, values in flow style. One thread. */
final class YamlText {
    /** What needs no quotes, whatever the YAML version. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z$_][A-Za-z0-9$_]*([ ./-][A-Za-z0-9$_]+)*");

    private static final List<String> OTHER_THINGS =
            List.of("true", "false", "null", "yes", "no", "on", "off", "y", "n", "~");

    private final StringBuilder text = new StringBuilder();
    private int depth;

    void comment(String words) {
        line("# " + words);
    }

    void field(String name, Value value) {
        line(scalar(name) + ": " + flow(value));
    }

    void open(String name) {
        line(scalar(name) + ":");
        depth++;
    }

    void close() {
        depth--;
    }

    private void line(String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }

    private static String flow(Value value) {
        return switch (value) {
            case Value.Text(var said) -> scalar(said);
            case Value.Items(var items) ->
                items.stream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
            case Value.Fields(var fields) ->
                fields.entrySet().stream().map(YamlText::flow).collect(Collectors.joining(", ", "{", "}"));
            default -> value.toString();
        };
    }

    private static String flow(Map.Entry<String, Value> field) {
        return scalar(field.getKey()) + ": " + flow(field.getValue());
    }

    /** YAML's double quotes are JSON's. */
    private static String scalar(String said) {
        boolean isPlain = PLAIN.matcher(said).matches() && !OTHER_THINGS.contains(said.toLowerCase(Locale.ROOT));
        return isPlain ? said : "\"" + Json.escape(said) + "\"";
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
