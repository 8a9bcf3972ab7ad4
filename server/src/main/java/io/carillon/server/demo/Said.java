package io.carillon.server.demo;

import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what the API said. */
final class Said {
    private Said() {}

    /** A text; empty when there is none. */
    static String text(Value.Fields fields, String name) {
        return fields.text(name).orElse("");
    }

    /** As a person writes it: a text without quotes. */
    static String plain(Value value) {
        return value instanceof Value.Text(var text) ? text : Json.write(value);
    }

    /** The same; of fields, each by its name. */
    static String readable(Value value) {
        if (!(value instanceof Value.Fields inner)) return plain(value);
        return inner.fields().entrySet().stream()
                .map(field -> field.getKey() + " " + plain(field.getValue()))
                .collect(Collectors.joining(", "));
    }

    static boolean flag(Value.Fields fields, String name) {
        return fields.get(name).equals(Optional.of(Value.of(true)));
    }

    static long number(Value.Fields fields, String name) {
        return fields.get(name).orElse(Value.Nothing.NOTHING) instanceof Value.Num(var number) ? number.longValue() : 0;
    }

    static Optional<Instant> instant(Value.Fields fields, String name) {
        return fields.text(name).map(Instant::parse);
    }

    /** When it happened, for the eye. */
    static Html moment(Value.Fields fields, String name) {
        return instant(fields, name).map(Markup::moment).orElse(Html.NONE);
    }

    static List<Value.Fields> items(Value.Fields fields, String name) {
        return values(fields, name).stream()
                .filter(Value.Fields.class::isInstance)
                .map(Value.Fields.class::cast)
                .toList();
    }

    static List<String> texts(Value.Fields fields, String name) {
        return values(fields, name).stream().map(Said::plain).toList();
    }

    private static List<Value> values(Value.Fields fields, String name) {
        return fields.get(name).orElse(Value.Nothing.NOTHING) instanceof Value.Items(var items) ? items : List.of();
    }
}
