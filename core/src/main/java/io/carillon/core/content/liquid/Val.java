package io.carillon.core.content.liquid;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.List;

/** What an expression gives: a value of the data, or one of the few things only templates know. */
sealed interface Val {
    /** Never holds {@link Value.Nothing}: that is {@link Special#NIL}. */
    record Data(Value value) implements Val {}

    /** Text that is written as it is where outputs are escaped: HTML, or JSON. */
    record Markup(String html) implements Val {}

    /** Whole numbers from first to last, both included; none when last is less than first. */
    record Range(long first, long last) implements Val {
        long size() {
            return Math.max(0, last - first + 1);
        }
    }

    /** The loop around us, as {@code forloop} and {@code tablerowloop} show it. */
    record Looping(Loop loop) implements Val {}

    enum Special implements Val {
        NIL,
        /** Not there at all: a path met its end too soon. Becomes NIL where the path has been noted as missing. */
        ABSENT,
        EMPTY,
        BLANK
    }

    static Val of(Value value) {
        return value == Value.Nothing.NOTHING ? Special.NIL : new Data(value);
    }

    static Val of(String text) {
        return new Data(new Value.Text(text));
    }

    static Val of(boolean flag) {
        return new Data(new Value.Flag(flag));
    }

    static Val of(long number) {
        return new Data(Value.of(number));
    }

    static Val of(BigDecimal number) {
        return new Data(new Value.Num(number));
    }

    static Val of(List<? extends Value> items) {
        return new Data(new Value.Items(List.copyOf(items)));
    }

    default boolean isNil() {
        return this == Special.NIL || this == Special.ABSENT;
    }

    /** Everything but nil and false: also zero, and empty text. */
    default boolean isTruthy() {
        return !isNil() && !(this instanceof Data(Value.Flag(var flag)) && !flag);
    }
}
