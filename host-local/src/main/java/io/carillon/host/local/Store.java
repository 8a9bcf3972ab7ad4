package io.carillon.host.local;

import io.carillon.core.codec.Bytes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiPredicate;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.FlushOptions;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/** The rows on disk. Threads may share it; after {@link #close} every use throws {@link IllegalStateException}. */
final class Store implements AutoCloseable {
    private static final byte[] NOTHING = {};

    static {
        RocksDB.loadLibrary();
    }

    private final RocksDB db;
    private final StoreOptions options;
    private final Map<Family, ColumnFamilyHandle> families = new EnumMap<>(Family.class);
    private final WriteOptions synced = new WriteOptions().setSync(true);
    private final ReadOptions paged = new ReadOptions().setReadaheadSize(0);
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private final long syncDelayNanos;
    private boolean closed;

    /** @throws UnusableStoreException if the directory is in use, damaged, or no store of a known kind */
    Store(Path directory, LocalHostSettings.Memory memory, Duration syncDelay) {
        options = new StoreOptions(memory);
        syncDelayNanos = syncDelay.toNanos();
        var opened = options.open(directory);
        db = opened.db();
        List<ColumnFamilyHandle> handles = opened.handles();
        for (Family family : Family.values()) {
            ColumnFamilyHandle handle = handles.get(family.number());
            if (handle.getID() != family.number()) {
                throw new UnusableStoreException("%s: column family %s has number %d, expected %d"
                        .formatted(directory, family.text(), handle.getID(), family.number()));
            }
            families.put(family, handle);
        }
    }

    /** Durable when it returns. */
    void write(Batch batch) {
        try (var _ = reading();
                var nativeBatch = new WriteBatch(batch.toArray())) {
            db.write(synced, nativeBatch);
        } catch (RocksDBException e) {
            throw new StoreFailure("the store cannot be written", e);
        }
        if (syncDelayNanos > 0) LockSupport.parkNanos(syncDelayNanos);
    }

    Optional<byte[]> get(Family family, byte[] key) {
        try (var _ = reading()) {
            return Optional.ofNullable(db.get(handle(family), key));
        } catch (RocksDBException e) {
            throw new StoreFailure("the store cannot be read", e);
        }
    }

    boolean has(Family family, byte[] key) {
        try (var _ = reading()) {
            return db.get(handle(family), key, NOTHING) != RocksDB.NOT_FOUND;
        } catch (RocksDBException e) {
            throw new StoreFailure("the store cannot be read", e);
        }
    }

    /** Goes through the rows from a key on, in order, until the visitor (key, value) says false. */
    void from(Family family, byte[] start, BiPredicate<byte[], byte[]> visitor) {
        try (var _ = reading();
                RocksIterator rows = db.newIterator(handle(family), paged)) {
            for (rows.seek(start); rows.isValid(); rows.next()) {
                if (!visitor.test(rows.key(), rows.value())) return;
            }
            rows.status();
        } catch (RocksDBException e) {
            throw new StoreFailure("the store cannot be read", e);
        }
    }

    /**
     * Rows whose keys begin so.
     *
     * @param begun told once it is settled which rows these are: those that are stored then
     */
    long count(Family family, byte[] prefix, Runnable begun) {
        long count = 0;
        try (var _ = reading();
                RocksIterator rows = db.newIterator(handle(family), paged)) {
            begun.run();
            for (rows.seek(prefix); rows.isValid() && Keys.startsWith(rows.key(), prefix); rows.next()) count++;
            rows.status();
        } catch (RocksDBException e) {
            throw new StoreFailure("the store cannot be read", e);
        }
        return count;
    }

    /** Goes through the rows from the last key at or before this one, backwards, until the visitor says false. */
    void backFrom(Family family, byte[] start, BiPredicate<byte[], byte[]> visitor) {
        try (var _ = reading();
                RocksIterator rows = db.newIterator(handle(family), paged)) {
            for (rows.seekForPrev(start); rows.isValid(); rows.prev()) {
                if (!visitor.test(rows.key(), rows.value())) return;
            }
            rows.status();
        } catch (RocksDBException e) {
            throw new StoreFailure("the store cannot be read", e);
        }
    }

    /** Drops all rows from one key to before another, whole files at once where it can. */
    void drop(Family family, byte[] from, byte[] to) {
        try (var _ = reading()) {
            db.deleteFilesInRanges(handle(family), List.of(from, to), false);
            db.deleteRange(handle(family), from, to);
        } catch (RocksDBException e) {
            throw new StoreFailure("the store cannot be written", e);
        }
    }

    /** All rows but those that a start alone changes, as hexadecimal text, by family and key. */
    SortedMap<String, String> dump() {
        var dump = new TreeMap<String, String>();
        for (Family family : Family.values()) {
            from(family, NOTHING, (key, value) -> {
                boolean ofTheStart = family == Family.META
                        && (Arrays.equals(key, Meta.RUN_KEY) || Arrays.equals(key, Meta.CLEAN_KEY));
                if (!ofTheStart)
                    dump.put(
                            family.text() + " " + Bytes.wrap(key),
                            Bytes.wrap(value).toString());
                return true;
            });
        }
        return dump;
    }

    /** Makes the next start quick: it finds nothing to replay. */
    void flush() {
        try (var _ = reading();
                var waiting = new FlushOptions().setWaitForFlush(true)) {
            db.flush(waiting, List.copyOf(families.values()));
        } catch (RocksDBException e) {
            throw new StoreFailure("the store cannot be written", e);
        }
    }

    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (closed) return;
            closed = true;
            families.values().forEach(ColumnFamilyHandle::close);
            db.close();
            synced.close();
            paged.close();
            options.close();
        } finally {
            use.writeLock().unlock();
        }
    }

    private Use reading() {
        use.readLock().lock();
        if (closed) {
            use.readLock().unlock();
            throw new IllegalStateException("the host is closed");
        }
        return () -> use.readLock().unlock();
    }

    private ColumnFamilyHandle handle(Family family) {
        ColumnFamilyHandle handle = families.get(family);
        if (handle == null) throw new IllegalStateException("column family " + family + " is not open");
        return handle;
    }

    private interface Use extends AutoCloseable {
        @Override
        void close();
    }
}
