package io.carillon.server.api;

import io.carillon.core.value.Value;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a JSON object, field by field in the order in which it is read. What is not there is left out. */
final class Shape {
    private final Map<String, Value> fields = new LinkedHashMap<>();

    Shape with(String name, Value value) {
        fields.put(name, value);
        return this;
    }

    Shape with(String name, String text) {
        return with(name, Value.of(text));
    }

    Shape with(String name, long number) {
        return with(name, Value.of(number));
    }

    Shape with(String name, boolean flag) {
        return with(name, Value.of(flag));
    }

    Shape with(String name, Instant instant) {
        return with(name, instant.toString());
    }

    Shape with(String name, Optional<String> text) {
        text.ifPresent(present -> with(name, present));
        return this;
    }

    Shape with(String name, List<? extends Value> items) {
        return with(name, Value.of(items));
    }

    Shape texts(String name, List<String> texts) {
        return with(name, texts.stream().map(Value::of).toList());
    }

    Value.Fields build() {
        return new Value.Fields(fields);
    }

    /** {@code {"items": […], "next": cursor}}. */
    static Value.Fields page(List<? extends Value> items, Optional<String> next) {
        var shape = new Shape().with("items", items);
        return shape.with("next", next.<Value>map(Value::of).orElse(Value.Nothing.NOTHING))
                .build();
    }
}
