package io.carillon.core.condition;

import io.carillon.core.value.Value;
import java.util.List;

/**
 * A test that a property passes.
 *
 * @param property path into the properties, see {@link Path}
 */
public record Where(String property, ValueTest test) {
    public boolean matches(Value.Fields properties) {
        return test.passes(Path.in(properties, property));
    }

    static boolean all(List<Where> where, Value.Fields properties) {
        for (Where each : where) {
            if (!each.matches(properties)) return false;
        }
        return true;
    }
}
