package io.carillon.core.schema;

import com.google.re2j.Pattern;
import io.carillon.core.value.Value;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keywords for objects; other values pass. */
final class FieldRules {
    private FieldRules() {}

    static Rule required(List<String> names) {
        return (value, in) -> {
            if (!(value instanceof Value.Fields(var fields))) return;
            for (String name : names) if (!fields.containsKey(name)) in.wrong("has no \"%s\"".formatted(name));
        };
    }

    static Rule minSize(int min) {
        return (value, in) -> {
            if (value instanceof Value.Fields(var fields) && fields.size() < min) {
                in.wrong("has %d keys; expected at least %d".formatted(fields.size(), min));
            }
        };
    }

    static Rule maxSize(int max) {
        return (value, in) -> {
            if (value instanceof Value.Fields(var fields) && fields.size() > max) {
                in.wrong("has %d keys; expected at most %d".formatted(fields.size(), max));
            }
        };
    }

    static Rule properties(Map<String, Schema> schemas) {
        return (value, in) -> {
            if (!(value instanceof Value.Fields(var fields))) return;
            schemas.forEach((name, schema) -> {
                Value inner = fields.get(name);
                if (inner != null) schema.check(inner, name, in);
            });
        };
    }

    static Rule patterns(Map<Pattern, Schema> schemas) {
        return (value, in) -> {
            if (!(value instanceof Value.Fields(var fields))) return;
            schemas.forEach((pattern, schema) -> fields.forEach((name, inner) -> {
                if (pattern.matcher(name).find()) schema.check(inner, name, in);
            }));
        };
    }

    static Rule additional(Collection<String> known, Collection<Pattern> patterns, Schema schema) {
        Set<String> names = new LinkedHashSet<>(known);
        return (value, in) -> {
            if (!(value instanceof Value.Fields(var fields))) return;
            fields.forEach((name, inner) -> {
                if (names.contains(name)) return;
                for (Pattern pattern : patterns) if (pattern.matcher(name).find()) return;
                schema.check(inner, name, in);
            });
        };
    }

    static Rule names(Schema schema) {
        return (value, in) -> {
            if (!(value instanceof Value.Fields(var fields))) return;
            for (String name : fields.keySet()) {
                if (!schema.holds(Value.of(name), in)) in.wrong("has a key that propertyNames forbids");
            }
        };
    }

    static Rule dependentRequired(Map<String, List<String>> needs) {
        return (value, in) -> {
            if (!(value instanceof Value.Fields(var fields))) return;
            needs.forEach((name, others) -> {
                if (!fields.containsKey(name)) return;
                for (String other : others) {
                    if (!fields.containsKey(other)) {
                        in.wrong("has \"%s\" and so must have \"%s\"".formatted(name, other));
                    }
                }
            });
        };
    }

    static Rule dependent(Map<String, Schema> schemas) {
        return (value, in) -> {
            if (!(value instanceof Value.Fields(var fields))) return;
            schemas.forEach((name, schema) -> {
                if (fields.containsKey(name)) schema.check(value, in);
            });
        };
    }
}
