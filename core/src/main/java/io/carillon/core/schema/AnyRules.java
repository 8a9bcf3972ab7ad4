package io.carillon.core.schema;

import io.carillon.core.value.Value;
import java.util.List;
import java.util.Optional;

/** Keywords for a value of any type. */
final class AnyRules {
    private static final int SHOWN_MAX = 5;

    private AnyRules() {}

    static Rule type(List<String> types) {
        if (types.size() == 1) {
            String only = types.getFirst();
            return (value, in) -> {
                if (!Types.is(value, only)) in.wrong("is %s; expected %s".formatted(Types.of(value), only));
            };
        }
        return (value, in) -> {
            for (String type : types) if (Types.is(value, type)) return;
            in.wrong("is %s; expected %s".formatted(Types.of(value), String.join(" or ", types)));
        };
    }

    static Rule constant(Value expected) {
        return (value, in) -> {
            if (!Same.same(value, expected)) in.wrong("is not " + expected);
        };
    }

    static Rule oneOf(List<Value> allowed) {
        List<String> shown =
                allowed.stream().limit(SHOWN_MAX).map(Value::toString).toList();
        String words = String.join(", ", shown) + (allowed.size() > SHOWN_MAX ? ", …" : "");
        return (value, in) -> {
            for (Value one : allowed) if (Same.same(value, one)) return;
            in.wrong("is none of " + words);
        };
    }

    static Rule all(List<Schema> schemas) {
        return (value, in) -> {
            for (Schema schema : schemas) schema.check(value, in);
        };
    }

    static Rule any(List<Schema> schemas) {
        return (value, in) -> {
            for (Schema schema : schemas) if (schema.holds(value, in)) return;
            in.wrong("is as none of the %d schemas of anyOf has it".formatted(schemas.size()));
        };
    }

    static Rule one(List<Schema> schemas) {
        return (value, in) -> {
            long held =
                    schemas.stream().filter(schema -> schema.holds(value, in)).count();
            if (held != 1)
                in.wrong("is as %d of the %d schemas of oneOf have it; expected 1".formatted(held, schemas.size()));
        };
    }

    static Rule not(Schema schema) {
        return (value, in) -> {
            if (schema.holds(value, in)) in.wrong("is what \"not\" forbids");
        };
    }

    static Rule when(Schema condition, Optional<Schema> then, Optional<Schema> otherwise) {
        return (value, in) -> {
            Optional<Schema> next = condition.holds(value, in) ? then : otherwise;
            next.ifPresent(schema -> schema.check(value, in));
        };
    }
}
