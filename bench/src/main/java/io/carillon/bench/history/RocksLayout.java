package io.carillon.bench.history;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Rows under their address in RocksDB, set up as {@code host-local} does, apart from sizes: buffers, levels and files are
 * smaller by as much as the history is, so that merges go as deep as in a store of gigabytes.
 */
final class RocksLayout implements Layout {
    static final long BUFFER_BYTES = 1 << 20;
    static final long FILE_BYTES = 2 << 20;
    private static final long LEVEL_BYTES = 2 << 20;
    private static final long CACHE_BYTES = 48L << 20;
    private static final long SETTLING_NANOS_MAX = 120_000_000_000L;

    /** Universal merging always says that it has more to do; what does nothing for so long has done it. */
    private static final long IDLE_NANOS = 200_000_000;

    private static final int BLOOM_BITS = 10;

    static {
        RocksDB.loadLibrary();
    }

    private final LRUCache cache = new LRUCache(CACHE_BYTES);
    private final BloomFilter bloom = new BloomFilter(BLOOM_BITS, false);
    private final DBOptions database;
    private final ColumnFamilyOptions options;
    private final WriteOptions synced = new WriteOptions().setSync(true);
    private final boolean hasBlobs;
    private final List<ColumnFamilyHandle> handles = new ArrayList<>();
    private final RocksDB db;

    RocksLayout(
            Path folder, int blockBytes, Function<BlockBasedTableConfig, ColumnFamilyOptions> way, boolean hasBlobs) {
        this.hasBlobs = hasBlobs;
        database = database();
        options = way.apply(new BlockBasedTableConfig()
                .setBlockCache(cache)
                .setBlockSize(blockBytes)
                .setFilterPolicy(bloom)
                .setIndexType(IndexType.kTwoLevelIndexSearch)
                .setPartitionFilters(true)
                .setCacheIndexAndFilterBlocks(true)
                .setPinL0FilterAndIndexBlocksInCache(true)
                .setPinTopLevelIndexAndFilter(true)
                .setFormatVersion(5));
        try {
            db = RocksDB.open(
                    database,
                    folder.toString(),
                    List.of(
                            new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY),
                            new ColumnFamilyDescriptor("history".getBytes(StandardCharsets.UTF_8), options)),
                    handles);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    static DBOptions database() {
        return new DBOptions()
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setMaxBackgroundJobs(2)
                .setBytesPerSync(1 << 20)
                .setAvoidFlushDuringRecovery(true)
                .setEnablePipelinedWrite(true)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setStatsDumpPeriodSec(0);
    }

    static ColumnFamilyOptions levels(BlockBasedTableConfig blocks) {
        return new ColumnFamilyOptions()
                .setWriteBufferSize(BUFFER_BYTES)
                .setTargetFileSizeBase(FILE_BYTES)
                .setMaxBytesForLevelBase(LEVEL_BYTES)
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION)
                .setLevelCompactionDynamicLevelBytes(true)
                .setTableFormatConfig(blocks);
    }

    @Override
    public void write(int shard, List<StoredRow> group) {
        try (var batch = new WriteBatch()) {
            for (StoredRow row : group) batch.put(handles.getLast(), row.key(), row.value());
            db.write(synced, batch);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void settle() {
        settle(db, handles.getLast());
    }

    static void settle(RocksDB db, ColumnFamilyHandle family) {
        try (var waiting = new FlushOptions().setWaitForFlush(true)) {
            db.flush(waiting, family);
            long idleSince = System.nanoTime();
            long end = idleSince + SETTLING_NANOS_MAX;
            while (System.nanoTime() - idleSince < IDLE_NANOS) {
                LockSupport.parkNanos(2_000_000);
                boolean isBusy = db.getLongProperty(family, "rocksdb.mem-table-flush-pending") > 0
                        || db.getLongProperty(family, "rocksdb.num-running-compactions") > 0;
                if (isBusy) idleSince = System.nanoTime();
                if (idleSince > end) throw new IllegalStateException("merges do not end");
            }
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int last(String address, int max) {
        byte[] prefix = StoredRow.prefix(address);
        int count = 0;
        try (RocksIterator rows = db.newIterator(handles.getLast())) {
            rows.seekForPrev(StoredRow.after(address));
            for (; rows.isValid() && count < max; rows.prev()) {
                byte[] key = rows.key();
                if (key.length < prefix.length || !Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length))
                    break;
                if (rows.value().length > 0) count++;
            }
            rows.status();
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
        return count;
    }

    @Override
    public long scan() {
        long count = 0;
        try (RocksIterator rows = db.newIterator(handles.getLast())) {
            for (rows.seekToFirst(); rows.isValid(); rows.next()) {
                if (rows.key().length > 0 && rows.value().length > 0) count++;
            }
            rows.status();
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
        return count;
    }

    /** A blob file holds rows of many: all of them are merged, as nothing less leaves none behind. */
    @Override
    public void erase(String address) {
        byte[] from = StoredRow.prefix(address);
        byte[] to = StoredRow.after(address);
        try (var waiting = new FlushOptions().setWaitForFlush(true);
                var all = new CompactRangeOptions()
                        .setBottommostLevelCompaction(BottommostLevelCompaction.kForceOptimized)) {
            db.deleteRange(handles.getLast(), synced, from, to);
            db.flush(waiting, handles.getLast());
            if (hasBlobs) db.compactRange(handles.getLast(), null, null, all);
            else db.compactRange(handles.getLast(), from, to, all);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        handles.forEach(ColumnFamilyHandle::close);
        db.close();
        synced.close();
        options.close();
        database.close();
        bloom.close();
        cache.close();
    }
}
