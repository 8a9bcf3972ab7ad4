package io.carillon.testkit.simulation;

import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Limits;
import java.time.Instant;
import java.util.List;

record SimulatedContext<K>(Address self, Instant now, K knowledge, Store store) implements Context<K> {

    @Override
    public long run() {
        return store.run;
    }

    @Override
    public boolean remembers(String key) {
        return store.remembers(self, key, now);
    }

    @Override
    public long historySize() {
        return store.histories.getOrDefault(self, List.of()).size();
    }

    @Override
    public List<HistoryRow> history(long from, int max) {
        if (from < 0 || max < 0 || max > Limits.HISTORY_PAGE_MAX) {
            throw new IllegalArgumentException("a page of history has 0 to %d rows from 0 on, asked for %d from %d"
                    .formatted(Limits.HISTORY_PAGE_MAX, max, from));
        }
        return store.historyFrom(self, from, max);
    }
}
