package io.carillon.core.schema;

import io.carillon.core.value.Value;
import java.math.BigDecimal;

/** Keywords for numbers; other values pass. */
final class NumberRules {
    private NumberRules() {}

    static Rule bound(String name, BigDecimal bound) {
        return (value, in) -> {
            if (!(value instanceof Value.Num(var number))) return;
            int order = number.compareTo(bound);
            boolean holds = switch (name) {
                case "minimum" -> order >= 0;
                case "maximum" -> order <= 0;
                case "exclusiveMinimum" -> order > 0;
                default -> order < 0;
            };
            if (!holds) in.wrong("does not keep to %s %s".formatted(name, bound.toPlainString()));
        };
    }

    static Rule multipleOf(BigDecimal step) {
        return (value, in) -> {
            if (!(value instanceof Value.Num(var number))) return;
            if (number.remainder(step).signum() != 0) in.wrong("is no multiple of " + step.toPlainString());
        };
    }
}
