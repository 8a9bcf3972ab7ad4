package io.carillon.core.value;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One value as JSON has them. Equality is exact ({@code 1} and {@code 1.0} differ, as they print differently);
 * conditions and templates compare numbers by amount.
 */
public sealed interface Value {

    record Text(String text) implements Value {
        @Override
        public String toString() {
            return Json.write(this);
        }
    }

    /** Exact; a number without a fraction part has scale 0 or less. */
    record Num(BigDecimal number) implements Value {
        public boolean isWhole() {
            return number.scale() <= 0;
        }

        @Override
        public String toString() {
            return Json.write(this);
        }
    }

    record Flag(boolean flag) implements Value {
        @Override
        public String toString() {
            return Json.write(this);
        }
    }

    /** JSON's null: said, and empty. */
    enum Nothing implements Value {
        NOTHING;

        @Override
        public String toString() {
            return "null";
        }
    }

    record Items(List<Value> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String toString() {
            return Json.write(this);
        }
    }

    /** Named values in the order they were sent. */
    record Fields(Map<String, Value> fields) implements Value {
        public static final Fields NONE = new Fields(Map.of());

        public Fields {
            fields = fields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public Optional<Value> get(String name) {
            return Optional.ofNullable(fields.get(name));
        }

        /** The value at a dotted path such as {@code address.country}, through fields only. */
        public Optional<Value> at(String path) {
            Value exact = fields.get(path);
            if (exact != null) return Optional.of(exact);
            int dot = path.indexOf('.');
            if (dot < 0) return Optional.empty();
            return fields.get(path.substring(0, dot)) instanceof Fields inner
                    ? inner.at(path.substring(dot + 1))
                    : Optional.empty();
        }

        public Optional<String> text(String name) {
            return fields.get(name) instanceof Text(var text) ? Optional.of(text) : Optional.empty();
        }

        /** The fields under a name; none when there is no such name or it holds something else. */
        public Fields fields(String name) {
            return fields.get(name) instanceof Fields inner ? inner : NONE;
        }

        public Fields with(String name, Value value) {
            var copy = new LinkedHashMap<>(fields);
            copy.put(name, value);
            return new Fields(copy);
        }

        public boolean isEmpty() {
            return fields.isEmpty();
        }

        @Override
        public String toString() {
            return Json.write(this);
        }
    }

    static Text of(String text) {
        return new Text(text);
    }

    static Num of(long number) {
        return new Num(BigDecimal.valueOf(number));
    }

    static Num of(BigDecimal number) {
        return new Num(number);
    }

    static Flag of(boolean flag) {
        return new Flag(flag);
    }

    static Items of(List<? extends Value> items) {
        return new Items(List.copyOf(items));
    }

    static Fields of(Map<String, ? extends Value> fields) {
        return new Fields(new LinkedHashMap<>(fields));
    }
}
