package io.carillon.host.local;

import io.carillon.core.codec.Bytes;
import io.carillon.host.local.Outcome.RowChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * How many rows tables have. A table is read through once, the first time that somebody asks; from then on each commit
 * says what it added or took away. Thread-safe.
 */
final class TableCounts {
    /** More tables than anybody asks for; those past it are read through each time. */
    private static final int TABLES_MAX = 10_000;

    private final Store store;
    /** By the beginning of a table's keys. */
    private final Map<Bytes, Count> counts = new ConcurrentHashMap<>();
    /** Read by commits; written where the rows that a count begins with are settled, between two commits. */
    private final ReadWriteLock moment = new ReentrantReadWriteLock();

    /** Of one table. */
    private static final class Count {
        final AtomicLong rows = new AtomicLong();
        /** Whether it is all of them; before that, what commits have changed while they are read through. */
        volatile boolean isWhole;
    }

    TableCounts(Store store) {
        this.store = store;
    }

    long of(String table) {
        Bytes prefix = Bytes.wrap(Keys.table(table));
        Count count = counts.get(prefix);
        return count != null && count.isWhole ? count.rows.get() : first(prefix);
    }

    private synchronized long first(Bytes prefix) {
        Count meanwhile = counts.get(prefix);
        if (meanwhile != null) return meanwhile.rows.get();
        if (counts.size() >= TABLES_MAX) return store.count(Family.TABLES, prefix.unsafeArray(), () -> {});
        var count = new Count();
        boolean[] settled = {false};
        moment.writeLock().lock();
        try {
            long rows = store.count(Family.TABLES, prefix.unsafeArray(), () -> {
                counts.put(prefix, count);
                settled[0] = true;
                moment.writeLock().unlock();
            });
            count.rows.addAndGet(rows);
            count.isWhole = true;
            return count.rows.get();
        } finally {
            if (!settled[0]) moment.writeLock().unlock();
            if (!count.isWhole) counts.remove(prefix);
        }
    }

    /**
     * Writes what a group changes and counts it. The entities of a group are of one shard, and a key belongs to one entity
     * at a time: nobody else writes these keys meanwhile.
     *
     * @param rows in the order in which they change
     */
    void commit(Batch batch, List<RowChange> rows) {
        moment.readLock().lock();
        try {
            List<Change> changes = counts.isEmpty() ? List.of() : changes(rows);
            store.write(batch);
            for (Change change : changes) change.count.rows.addAndGet(change.more);
        } finally {
            moment.readLock().unlock();
        }
    }

    private record Change(Count count, int more) {}

    private List<Change> changes(List<RowChange> rows) {
        var last = new LinkedHashMap<Bytes, Boolean>();
        for (RowChange row : rows) {
            if (countOf(row.key()).isPresent()) last.put(row.key(), row.value().isPresent());
        }
        var changes = new ArrayList<Change>(last.size());
        last.forEach((key, isThere) -> {
            boolean wasThere = store.has(Family.TABLES, key.unsafeArray());
            if (isThere != wasThere) changes.add(new Change(countOf(key).orElseThrow(), isThere ? 1 : -1));
        });
        return changes;
    }

    private Optional<Count> countOf(Bytes key) {
        return Optional.ofNullable(counts.get(Bytes.wrap(Keys.tableOf(key.unsafeArray()))));
    }
}
