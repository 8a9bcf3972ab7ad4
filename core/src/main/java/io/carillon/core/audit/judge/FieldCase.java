package io.carillon.core.audit.judge;

import io.carillon.core.audit.FieldStats;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * One field as it comes now, and as it came on each day before.
 *
 * @param past empty when there is none to compare with
 */
record FieldCase(Subject about, Look now, List<Look> past) {

    /**
     * A field in some events.
     *
     * @param of in how many objects it could have been
     * @param stats none when it was in none
     */
    record Look(long of, Optional<FieldStats> stats) {
        long filled() {
            return stats.map(FieldStats::filled).orElse(0L);
        }
    }

    boolean hasPast() {
        return past.size() >= Evidence.DAYS_MIN;
    }

    /** How often it is so, of those that have a value. */
    Part filled(ToLongFunction<FieldStats> count) {
        return part(now, count);
    }

    /** The same, next to the past. */
    Optional<Shift> shift(ToLongFunction<FieldStats> count) {
        return Shift.of(
                filled(count), past.stream().map(day -> part(day, count)).toList());
    }

    private static Part part(Look look, ToLongFunction<FieldStats> count) {
        return new Part(look.stats().map(count::applyAsLong).orElse(0L), look.filled());
    }

    List<FieldStats> days() {
        return past.stream().map(Look::stats).flatMap(Optional::stream).toList();
    }

    /** Its own name, without where it stands. */
    String name() {
        String path = about.field();
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
