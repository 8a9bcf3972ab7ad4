package io.carillon.cleanse;

import io.carillon.core.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What came of one raw value. It is valid when there is no reason against it.
 *
 * @param input as it was given
 * @param value in the one form of its kind; {@link Value.Nothing} when nothing can be said
 * @param changes the rules that changed it, in order, each in a few words of lower case: {@code "title case"}
 * @param reason why it is not valid, for people: what was found and what was expected
 */
public record Cleansed(String input, Value value, List<String> changes, Optional<String> reason) {
    /** A longer input is not looked at. In UTF-16 units. */
    public static final int INPUT_LENGTH_MAX = 2_000;

    public Cleansed {
        changes = List.copyOf(changes);
    }

    public static Cleansed valid(String input, Value value, List<String> changes) {
        return new Cleansed(input, value, changes, Optional.empty());
    }

    public static Cleansed invalid(String input, String reason) {
        return new Cleansed(input, Value.Nothing.NOTHING, List.of(), Optional.of(reason));
    }

    public boolean isValid() {
        return reason.isEmpty();
    }

    /** {@code {"input":…, "valid":…, "value":…, "changes":[…], "reason":…}}; a valid one's reason is null. */
    public Value.Fields toValue() {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("input", Value.of(input));
        fields.put("valid", Value.of(isValid()));
        fields.put("value", value);
        fields.put("changes", Value.of(changes.stream().map(Value::of).toList()));
        fields.put("reason", reason.<Value>map(Value::of).orElse(Value.Nothing.NOTHING));
        return new Value.Fields(fields);
    }
}
