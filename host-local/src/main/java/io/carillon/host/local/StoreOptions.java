package io.carillon.host.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.DataBlockIndexType;
import org.rocksdb.Env;
import org.rocksdb.IndexType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RateLimiter;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileManager;
import org.rocksdb.TableFormatConfig;
import org.rocksdb.WALRecoveryMode;
import org.rocksdb.WriteBufferManager;

/** How RocksDB is set up. Everything here is native and lives as long as the database. */
final class StoreOptions implements AutoCloseable {
    private static final int BLOCK_BYTES = 8 * 1024;

    /** One entity is read at a time, mostly of those that were not used for long: the less is unpacked with it the better. */
    private static final int STATES_BLOCK_BYTES = 4 * 1024;

    private static final DataBlockIndexType HASHED = DataBlockIndexType.kDataBlockBinaryAndHash;

    /** What a person did is read together and is much the same, so that a large block packs better: docs/decisions/014. */
    private static final int HISTORY_BLOCK_BYTES = 32 * 1024;

    /** States of entities are written in no order, so a compaction writes nearly all of them again: seldom, then. */
    private static final int FILES_AT_ONCE = 8;

    /** Level 3, the usual one, takes half as long again for a few hundredths less. */
    private static final int ZSTD_LEVEL = 1;

    private static final int BLOOM_BITS = 10;
    private static final long WAL_BYTES_MAX = 96L << 20;

    /** What happens in the background must not make a commit's sync wait: docs/performance.md, "The tail is the disk's". */
    private static final long BACKGROUND_BYTES_PER_SECOND = 40L << 20;

    private static final long REFILL_MICROS = 10_000;
    private static final int FAIRNESS = 10;

    /** Files that are not needed any more go piece by piece: a disk may hold up all syncs while it forgets a large one. */
    private static final long REMOVED_BYTES_PER_SECOND = 64L << 20;

    private static final long REMOVED_PIECE_BYTES = 2L << 20;

    /** What waits to go is at most as large as what is stored; what is beyond that goes at once. */
    private static final double REMOVED_SHARE_MAX = 1;

    private final Cache blocks;
    private final Cache writes = new LRUCache(0);
    private final WriteBufferManager buffers;
    private final BloomFilter bloom = new BloomFilter(BLOOM_BITS, false);
    private final RateLimiter background = new RateLimiter(BACKGROUND_BYTES_PER_SECOND, REFILL_MICROS, FAIRNESS);
    private final SstFileManager removal;
    private final DBOptions database;
    private final ColumnFamilyOptions plain = new ColumnFamilyOptions();
    private final CompressionOptions quick =
            new CompressionOptions().setEnabled(true).setLevel(ZSTD_LEVEL);
    private final ColumnFamilyOptions states;
    private final ColumnFamilyOptions rows;
    private final ColumnFamilyOptions history;

    record Opened(RocksDB db, List<ColumnFamilyHandle> handles) {}

    StoreOptions(LocalHostSettings.Memory memory) {
        blocks = new LRUCache(memory.blocks());
        buffers = new WriteBufferManager(memory.writeBuffers(), writes);
        removal = removal();
        database = new DBOptions()
                .setRateLimiter(background)
                .setSstFileManager(removal)
                .setCreateIfMissing(true)
                .setCreateMissingColumnFamilies(true)
                .setWriteBufferManager(buffers)
                .setMaxTotalWalSize(WAL_BYTES_MAX)
                .setMaxBackgroundJobs(2)
                .setBytesPerSync(1 << 20)
                .setAvoidFlushDuringRecovery(true)
                .setEnablePipelinedWrite(true)
                // A torn last write is a write nobody was told of; any other damage must be seen, not cut away.
                .setWalRecoveryMode(WALRecoveryMode.TolerateCorruptedTailRecords)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setKeepLogFileNum(2)
                .setStatsDumpPeriodSec(0);
        states = family(memory.writeBuffers() / 2, table(STATES_BLOCK_BYTES).setDataBlockIndexType(HASHED))
                .setLevel0FileNumCompactionTrigger(FILES_AT_ONCE);
        rows = family(memory.writeBuffers() / 4, table(BLOCK_BYTES));
        history = family(memory.writeBuffers() / 4, table(HISTORY_BLOCK_BYTES))
                .setLevel0FileNumCompactionTrigger(FILES_AT_ONCE)
                .setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION)
                .setBottommostCompressionOptions(quick);
    }

    private static SstFileManager removal() {
        try {
            return new SstFileManager(
                    Env.getDefault(), null, REMOVED_BYTES_PER_SECOND, REMOVED_SHARE_MAX, REMOVED_PIECE_BYTES);
        } catch (RocksDBException e) {
            throw new UnusableStoreException("RocksDB cannot be set up: " + e.getMessage(), e);
        }
    }

    private static ColumnFamilyOptions family(long bufferBytes, TableFormatConfig table) {
        return new ColumnFamilyOptions()
                .setWriteBufferSize(Math.max(1 << 20, bufferBytes))
                .setCompressionType(CompressionType.LZ4_COMPRESSION)
                .setLevelCompactionDynamicLevelBytes(true)
                .setMemtablePrefixBloomSizeRatio(0.02)
                .setMemtableWholeKeyFiltering(true)
                .setTableFormatConfig(table);
    }

    private BlockBasedTableConfig table(int blockBytes) {
        return new BlockBasedTableConfig()
                .setBlockCache(blocks)
                .setBlockSize(blockBytes)
                .setFilterPolicy(bloom)
                .setIndexType(IndexType.kTwoLevelIndexSearch)
                .setPartitionFilters(true)
                .setCacheIndexAndFilterBlocks(true)
                .setPinL0FilterAndIndexBlocksInCache(true)
                .setPinTopLevelIndexAndFilter(true)
                .setFormatVersion(5);
    }

    private ColumnFamilyOptions optionsOf(Family family) {
        return switch (family) {
            case STATES -> states;
            case HISTORY -> history;
            case TABLES, INBOX, WAKE, MEMORY, PARKED, META -> rows;
        };
    }

    /** @throws UnusableStoreException if it cannot */
    Opened open(Path directory) {
        try {
            Files.createDirectories(directory);
            // Else the system writes back what compactions left in its file cache, all at once, when a commit syncs.
            database.setUseDirectIoForFlushAndCompaction(DirectIo.worksIn(directory));
        } catch (IOException e) {
            close();
            throw new UnusableStoreException(
                    "%s: cannot be made a directory, or written: %s".formatted(directory, e), e);
        }
        return open(directory, Family.values(), RocksDB::open);
    }

    /** @throws UnusableStoreException if it cannot, or there is nothing */
    Opened openReadOnly(Path directory) {
        if (!Files.isRegularFile(directory.resolve("CURRENT"))) {
            close();
            throw new UnusableStoreException(directory + " holds no store");
        }
        return open(directory, new Family[0], RocksDB::openReadOnly);
    }

    private interface Opening {
        RocksDB open(
                DBOptions options,
                String path,
                List<ColumnFamilyDescriptor> descriptors,
                List<ColumnFamilyHandle> handles)
                throws RocksDBException;
    }

    /** @param wanted families to make where they are not there yet */
    private Opened open(Path directory, Family[] wanted, Opening opening) {
        var descriptors = new ArrayList<ColumnFamilyDescriptor>();
        var handles = new ArrayList<ColumnFamilyHandle>();
        try (var listing = new Options()) {
            descriptors.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, plain));
            for (Family family : wanted) {
                descriptors.add(new ColumnFamilyDescriptor(Keys.utf8(family.text()), optionsOf(family)));
            }
            // Families of a newer Carillon are opened too, so that the format row is what refuses them.
            for (byte[] name : RocksDB.listColumnFamilies(listing, directory.toString())) {
                if (descriptors.stream().noneMatch(known -> Arrays.equals(known.getName(), name))) {
                    var known = Family.named(new String(name, StandardCharsets.UTF_8));
                    descriptors.add(new ColumnFamilyDescriptor(
                            name, known.map(this::optionsOf).orElse(rows)));
                }
            }
            return new Opened(opening.open(database, directory.toString(), descriptors, handles), handles);
        } catch (RocksDBException e) {
            close();
            String cause = String.valueOf(e.getMessage());
            throw new UnusableStoreException(
                    cause.contains("LOCK")
                            ? "%s is in use by another process; stop it, or choose another directory"
                                    .formatted(directory)
                            : "%s cannot be opened: %s".formatted(directory, cause),
                    e);
        }
    }

    @Override
    public void close() {
        database.close();
        removal.close();
        background.close();
        rows.close();
        history.close();
        states.close();
        plain.close();
        quick.close();
        bloom.close();
        buffers.close();
        writes.close();
        blocks.close();
    }
}
