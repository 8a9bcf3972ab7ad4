package io.carillon.server.imports;

import io.carillon.core.value.Value;
import java.util.LinkedHashMap;

/**
 * What became of the rows so far: {@code rows = taken + repeated + skipped + rejected}.
 *
 * @param taken rows with effect
 * @param repeated rows that were known already, so that nothing happened
 * @param skipped rows for which no action's condition holds
 * @param rejected rows that cannot be used; each stands in the rejects with its reason
 * @param events calls and suppressions that the taken rows made
 * @param leftOut values that could not be used, or are kept though doubtful, in rows that were taken
 */
public record Counts(long taken, long repeated, long skipped, long rejected, long events, long leftOut) {
    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    public long rows() {
        return taken + repeated + skipped + rejected;
    }

    Counts plus(Counts more) {
        return new Counts(
                taken + more.taken,
                repeated + more.repeated,
                skipped + more.skipped,
                rejected + more.rejected,
                events + more.events,
                leftOut + more.leftOut);
    }

    void write(LinkedHashMap<String, Value> into) {
        into.put("rows", Value.of(rows()));
        into.put("taken", Value.of(taken));
        into.put("repeated", Value.of(repeated));
        into.put("skipped", Value.of(skipped));
        into.put("rejected", Value.of(rejected));
        into.put("events", Value.of(events));
        into.put("leftOut", Value.of(leftOut));
    }

    static Counts of(Value.Fields fields) {
        return new Counts(
                number(fields, "taken"),
                number(fields, "repeated"),
                number(fields, "skipped"),
                number(fields, "rejected"),
                number(fields, "events"),
                number(fields, "leftOut"));
    }

    static long number(Value.Fields fields, String name) {
        return fields.get(name).orElse(Value.of(0)) instanceof Value.Num(var number) ? number.longValue() : 0;
    }
}
