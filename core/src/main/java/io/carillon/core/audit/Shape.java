package io.carillon.core.audit;

import io.carillon.core.value.Value;
import java.util.Locale;

/** What kind of JSON a value is. */
public enum Shape {
    TEXT,
    NUMBER,
    FLAG,
    LIST,
    OBJECT;

    static Shape of(Value value) {
        return switch (value) {
            case Value.Num _ -> NUMBER;
            case Value.Flag _ -> FLAG;
            case Value.Items _ -> LIST;
            case Value.Fields _ -> OBJECT;
            case Value.Text _, Value.Nothing _ -> TEXT;
        };
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
