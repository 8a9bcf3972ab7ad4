package io.carillon.server.collect;

import io.carillon.core.value.Value;
import java.util.LinkedHashMap;

/**
 * Something wrong with a call.
 *
 * @param example a short sample that shows it
 */
public record Problem(Reason reason, String example) {
    private static final int EXAMPLE_LENGTH_MAX = 80;

    public Problem {
        if (example.length() > EXAMPLE_LENGTH_MAX) example = example.substring(0, EXAMPLE_LENGTH_MAX) + "…";
    }

    /** @param index of the call in its batch, from 0 */
    Value.Fields toValue(int index) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("index", Value.of(index));
        fields.put("reason", Value.of(reason.code()));
        fields.put("message", Value.of(reason.meaning()));
        fields.put("example", Value.of(example));
        return new Value.Fields(fields);
    }
}
