package io.carillon.core.audit.judge;

import java.util.OptionalDouble;

/**
 * How much of something is so.
 *
 * @param count how many
 * @param of of how many; 0 when there is no such number
 * @param share from 0 to 1; of a volume, how many times what was expected
 * @param usual the same share in the source's own past
 */
public record Amount(long count, long of, double share, OptionalDouble usual) {
    static Amount of(long count, long of) {
        return new Amount(count, of, of == 0 ? 0 : (double) count / of, OptionalDouble.empty());
    }

    static Amount of(Shift shift) {
        return new Amount(shift.count(), shift.of(), shift.share(), OptionalDouble.of(shift.usual()));
    }

    /** Of the share that one wishes to be 1: what is missing is counted. */
    static Amount missing(Shift shift) {
        return new Amount(
                shift.of() - shift.count(), shift.of(), 1 - shift.share(), OptionalDouble.of(1 - shift.usual()));
    }
}
