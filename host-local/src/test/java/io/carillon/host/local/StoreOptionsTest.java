package io.carillon.host.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.host.Address;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** Files that an earlier version made, under other options, are read, and merged with new ones. */
class StoreOptionsTest {
    private static final Address ADA = new Address("user:ada");
    private static final int ROWS = 3_000;

    private final Path directory = Directories.fresh();

    @AfterEach
    void delete() {
        Directories.delete(directory);
    }

    @Test
    void historyOfTheFirstLayoutIsReadAndMergedWithNewRows() throws RocksDBException {
        writeAsTheFirstVersionDid();

        try (var options = new StoreOptions(LocalHostSettings.Memory.DEFAULT)) {
            var opened = options.open(directory);
            try (RocksDB db = opened.db()) {
                ColumnFamilyHandle history = opened.handles().get(Family.HISTORY.number());
                assertThat(db.get(history, Keys.history(ADA, 17))).isEqualTo(row(17));
                for (int i = ROWS; i < 2 * ROWS; i++) db.put(history, Keys.history(ADA, i), row(i));
                db.compactRange(history);

                for (int i = 0; i < 2 * ROWS; i++) {
                    assertThat(db.get(history, Keys.history(ADA, i))).isEqualTo(row(i));
                }
                opened.handles().forEach(ColumnFamilyHandle::close);
            }
        }
        try (var store = new Store(
                directory,
                LocalHostSettings.at(directory).memory(),
                LocalHostSettings.at(directory).syncDelay())) {
            assertThat(store.get(Family.HISTORY, Keys.history(ADA, 17))).contains(row(17));
            assertThat(new Reads(store).history(ADA, Long.MAX_VALUE, 10_000)).hasSize(2 * ROWS);
        }
    }

    private void writeAsTheFirstVersionDid() throws RocksDBException {
        RocksDB.loadLibrary();
        var handles = new ArrayList<ColumnFamilyHandle>();
        try (var plain = new ColumnFamilyOptions();
                var rows = new ColumnFamilyOptions()
                        .setCompressionType(CompressionType.LZ4_COMPRESSION)
                        .setBottommostCompressionType(CompressionType.ZSTD_COMPRESSION)
                        .setLevelCompactionDynamicLevelBytes(true)
                        .setTableFormatConfig(new BlockBasedTableConfig()
                                .setBlockSize(8 * 1024)
                                .setFormatVersion(5));
                var database = new DBOptions().setCreateIfMissing(true).setCreateMissingColumnFamilies(true);
                var waiting = new FlushOptions().setWaitForFlush(true);
                RocksDB db = RocksDB.open(database, directory.toString(), families(plain, rows), handles)) {
            ColumnFamilyHandle history = handles.get(Family.HISTORY.number());
            for (int i = 0; i < ROWS; i++) db.put(history, Keys.history(ADA, i), row(i));
            db.flush(waiting, history);
            db.compactRange(history);
            handles.forEach(ColumnFamilyHandle::close);
        }
    }

    private static List<ColumnFamilyDescriptor> families(ColumnFamilyOptions plain, ColumnFamilyOptions rows) {
        var families = new ArrayList<ColumnFamilyDescriptor>();
        families.add(new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY, plain));
        for (Family family : Family.values()) {
            families.add(new ColumnFamilyDescriptor(Keys.utf8(family.text()), rows));
        }
        return families;
    }

    private static byte[] row(int number) {
        return Keys.utf8("row %d of somebody who looks at trail shoes, size %d".formatted(number, number % 40));
    }
}
