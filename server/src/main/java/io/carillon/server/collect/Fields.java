package io.carillon.server.collect;

import io.carillon.core.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small questions to the fields of a call. */
final class Fields {
    private Fields() {}

    /** The value, unless it is missing or null. */
    static Optional<Value> said(Value.Fields call, String name) {
        Value value = call.fields().get(name);
        return value == null || value == Value.Nothing.NOTHING ? Optional.empty() : Optional.of(value);
    }

    /** The fields under a name; what stands there instead of fields is a problem. */
    static Value.Fields part(Value.Fields call, String name, List<Problem> problems) {
        Value value = call.fields().get(name);
        if (value instanceof Value.Fields fields) return fields;
        if (value != null && value != Value.Nothing.NOTHING) problems.add(new Problem(Reason.BAD_PART, name));
        return Value.Fields.NONE;
    }

    /** Both; where they say different things the second is right. */
    static Value.Fields merged(Value.Fields first, Value.Fields second) {
        if (first.isEmpty()) return second;
        if (second.isEmpty()) return first;
        Map<String, Value> both = LinkedHashMap.newLinkedHashMap(
                first.fields().size() + second.fields().size());
        both.putAll(first.fields());
        both.putAll(second.fields());
        return new Value.Fields(both);
    }

    /** A value as an example shows it: a text or number as it is, of anything else only what it is. */
    static String shown(Value value) {
        return switch (value) {
            case Value.Text _, Value.Num _ -> value.toString();
            case Value.Flag _ -> "a flag";
            case Value.Nothing _ -> "null";
            case Value.Items _ -> "a list";
            case Value.Fields _ -> "an object";
        };
    }
}
