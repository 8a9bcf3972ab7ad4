package io.carillon.host.local;

import io.carillon.core.codec.Bytes;
import java.nio.charset.StandardCharsets;
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
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import org.rocksdb.Checkpoint;
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
    private final SortedMap<String, ColumnFamilyHandle> others = new TreeMap<>();
    private final WriteOptions synced = new WriteOptions().setSync(true);
    private final ReadOptions paged = new ReadOptions().setReadaheadSize(0);
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private final long syncDelayNanos;
    private boolean closed;

    /** @throws UnusableStoreException if the directory is in use, damaged, or no store of a known kind */
    Store(Path directory, LocalHostSettings.Memory memory, Duration syncDelay) {
        this(directory, new StoreOptions(memory), syncDelay, StoreOptions::open);
    }

    /**
     * To be read where it lies, whoever has it open; as it is on disk now.
     *
     * @throws UnusableStoreException if there is none, or it is damaged
     */
    static Store readOnly(Path directory) {
        var options = new StoreOptions(LocalHostSettings.Memory.DEFAULT);
        return new Store(directory, options, Duration.ZERO, StoreOptions::openReadOnly);
    }

    private Store(
            Path directory,
            StoreOptions options,
            Duration syncDelay,
            BiFunction<StoreOptions, Path, StoreOptions.Opened> open) {
        this.options = options;
        syncDelayNanos = syncDelay.toNanos();
        var opened = open.apply(options, directory);
        db = opened.db();
        for (ColumnFamilyHandle handle : opened.handles()) {
            String name = name(handle);
            Optional<Family> known = Family.named(name);
            if (known.isPresent() && handle.getID() != known.get().number()) {
                throw new UnusableStoreException("%s: column family %s has number %d, expected %d"
                        .formatted(directory, name, handle.getID(), known.get().number()));
            }
            if (known.isPresent()) families.put(known.get(), handle);
            else others.put(name, handle);
        }
    }

    private static String name(ColumnFamilyHandle handle) {
        try {
            return new String(handle.getName(), StandardCharsets.UTF_8);
        } catch (RocksDBException e) {
            throw new StoreFailure("the store cannot be read", e);
        }
    }

    /** Column families that a newer Carillon made. */
    List<String> unknownFamilies() {
        return others.keySet().stream().filter(name -> !name.equals("default")).toList();
    }

    /** Whether there are such rows at all: a store of an earlier Carillon, only read, lacks families that came later. */
    boolean holds(Family family) {
        return families.containsKey(family);
    }

    /**
     * A whole store in a directory of its own, as of one instant between two commits. What does not change any more is a
     * second name of the same file, so it takes little time and room on the same disk.
     *
     * @param directory does not exist yet
     */
    void checkpoint(Path directory) {
        try (var _ = reading();
                var checkpoint = Checkpoint.create(db)) {
            checkpoint.createCheckpoint(directory.toString());
        } catch (RocksDBException e) {
            throw new StoreFailure("the store cannot be copied to " + directory, e);
        }
    }

    /** What RocksDB says of a family: {@code rocksdb.estimate-num-keys}. */
    long property(Family family, String name) {
        try (var _ = reading()) {
            return db.getLongProperty(handle(family), name);
        } catch (RocksDBException e) {
            throw new StoreFailure("the store cannot be read", e);
        }
    }

    /**
     * Reads every block and compares it with its checksum.
     *
     * @return what is wrong, if anything is
     */
    Optional<String> damage() {
        try (var _ = reading()) {
            db.verifyChecksum();
            return Optional.empty();
        } catch (RocksDBException e) {
            return Optional.of(String.valueOf(e.getMessage()));
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
            others.values().forEach(ColumnFamilyHandle::close);
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
