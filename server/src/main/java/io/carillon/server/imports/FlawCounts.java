package io.carillon.server.imports;

import java.util.Map;
import java.util.TreeMap;

/**
 * What was wrong with rows, added up by reason until it is told to {@code /api/quality}. It is told when the rows are noted as
 * done: what a run that is cut off had not noted is counted by the next. One thread.
 */
final class FlawCounts {
    private final Told told;
    private final Map<String, Count> byReason = new TreeMap<>();

    /** Takes what was counted. */
    @FunctionalInterface
    interface Told {
        /**
         * Counts some.
         *
         * @param example where the first of them stands, without its value
         */
        void unusable(String reason, String example, int count);
    }

    private record Count(String example, int count) {
        Count plus(Count more) {
            return new Count(example, count + more.count);
        }
    }

    FlawCounts(Told told) {
        this.told = told;
    }

    void add(Batch.Handed row) {
        for (RowFlaw flaw : row.flaws()) {
            String column = flaw.flaw().column();
            String example = "row %d%s".formatted(row.number(), column.isEmpty() ? "" : ", " + column);
            byReason.merge(flaw.reason(), new Count(example, 1), Count::plus);
        }
    }

    void tell() {
        byReason.forEach((reason, count) -> told.unusable(reason, count.example(), count.count()));
        byReason.clear();
    }
}
