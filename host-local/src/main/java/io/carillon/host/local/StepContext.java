package io.carillon.host.local;

import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one step may read. */
final class StepContext<K> implements Context<K> {
    private final Resident<?, ?, K> resident;
    private final Instant now;
    private final K knowledge;
    private final Group<K> group;

    StepContext(Resident<?, ?, K> resident, Instant now, K knowledge, Group<K> group) {
        this.resident = resident;
        this.now = now;
        this.knowledge = knowledge;
        this.group = group;
    }

    @Override
    public Address self() {
        return resident.address;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public long run() {
        return group.run();
    }

    @Override
    public K knowledge() {
        return knowledge;
    }

    @Override
    public boolean remembers(String key) {
        return group.remembers(resident.address, key, now);
    }

    @Override
    public long historySize() {
        return resident.historySize();
    }

    @Override
    public List<HistoryRow> history(long from, int max) {
        if (from < 0 || max < 0 || max > Limits.HISTORY_PAGE_MAX) {
            throw new IllegalArgumentException(
                    "history is read from 0 on, at most %d rows at once; asked from %d, %d rows"
                            .formatted(Limits.HISTORY_PAGE_MAX, from, max));
        }
        long stored = resident.historyStored();
        int fromStore = Math.clamp(stored - from, 0, max);
        List<HistoryRow> rows = new ArrayList<>(group.history(resident.address, from, fromStore));
        long end = Math.min(resident.historySize(), from + max);
        for (long number = Math.max(from, stored); number < end; number++) {
            rows.add(new HistoryRow(number, resident.freshRows().get((int) (number - stored))));
        }
        rows.removeIf(row -> resident.hasForgotten(row.number())); // what the group forgot is still in the store
        return rows;
    }
}
