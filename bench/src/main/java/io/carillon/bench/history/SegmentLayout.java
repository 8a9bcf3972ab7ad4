package io.carillon.bench.history;

import com.github.luben.zstd.ZstdDictTrainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactRangeOptions;
import org.rocksdb.CompactRangeOptions.BottommostLevelCompaction;
import org.rocksdb.DBOptions;
import org.rocksdb.FlushOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * A prototype: rows wait in RocksDB (they must become durable with the rest of their step) and in memory until a shard has
 * as many bytes as a write buffer; then they are sorted and written once into a {@link SegmentFile}, and a pointer row says
 * for each address which block holds how many of its rows. Segments are never merged.
 */
final class SegmentLayout implements Layout {
    private static final int DICTIONARY_BYTES = 16 << 10;
    private static final int TRAINING_BYTES = 100 * DICTIONARY_BYTES;

    static {
        RocksDB.loadLibrary();
    }

    private final Path folder;
    private final int blockBytes;
    private final DBOptions database = RocksLayout.database();
    private final ColumnFamilyOptions plain =
            RocksLayout.levels(new BlockBasedTableConfig().setBlockSize(8 << 10).setFormatVersion(5));
    private final ColumnFamilyOptions staging =
            new ColumnFamilyOptions().setWriteBufferSize(64L << 20); // rows are gone before it is full
    private final WriteOptions synced = new WriteOptions().setSync(true);
    private final List<ColumnFamilyHandle> handles = new ArrayList<>();
    private final RocksDB db;
    private final List<Shard> shards = new ArrayList<>();
    private final Map<Integer, SegmentFile> files = new TreeMap<>();
    private final BlockCache blocks = new BlockCache(48 << 20);
    private byte[] dictionary = {};
    private int lastSegment;

    private static final class Shard {
        private final List<StoredRow> waiting = new ArrayList<>();
        private int bytes;
        private long firstNumber;
        private long nextNumber;
    }

    SegmentLayout(Path folder, int shards, int blockBytes) {
        this.folder = folder;
        this.blockBytes = blockBytes;
        for (int i = 0; i < shards; i++) this.shards.add(new Shard());
        try {
            db = RocksDB.open(
                    database,
                    folder.toString(),
                    List.of(
                            new ColumnFamilyDescriptor(RocksDB.DEFAULT_COLUMN_FAMILY),
                            new ColumnFamilyDescriptor(utf8("pointers"), plain),
                            new ColumnFamilyDescriptor(utf8("waiting"), staging)),
                    handles);
            Path trained = folder.resolve("dictionary");
            if (Files.exists(trained)) dictionary = Files.readAllBytes(trained);
            for (int number = 1; Files.exists(file(number)); number++) {
                files.put(number, SegmentFile.open(file(number), dictionary));
                lastSegment = number;
            }
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void write(int number, List<StoredRow> group) {
        Shard shard = shards.get(number);
        try (var batch = new WriteBatch()) {
            for (StoredRow row : group) {
                batch.put(handles.get(2), waitingKey(number, shard.nextNumber++), waitingValue(row));
                shard.waiting.add(row);
                shard.bytes += row.bytes();
            }
            db.write(synced, batch);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
        if (shard.bytes >= RocksLayout.BUFFER_BYTES) seal(number, shard);
    }

    @Override
    public void settle() {
        for (int i = 0; i < shards.size(); i++) if (shards.get(i).bytes > 0) seal(i, shards.get(i));
        RocksLayout.settle(db, handles.get(2));
        RocksLayout.settle(db, handles.get(1));
    }

    /** Segments are written one at a time: what two shards would gain at once is not what is compared. */
    private synchronized void seal(int number, Shard shard) {
        shard.waiting.sort((a, b) -> Arrays.compareUnsigned(a.key(), b.key()));
        try (var batch = new WriteBatch()) {
            if (dictionary.length == 0) train(shard.waiting);
            int segment = ++lastSegment;
            List<SegmentFile.Run> runs = SegmentFile.write(file(segment), shard.waiting, blockBytes, dictionary);
            files.put(segment, SegmentFile.open(file(segment), dictionary));
            for (SegmentFile.Run run : runs) {
                batch.put(
                        handles.get(1),
                        run.firstKey().unsafeArray(),
                        ByteBuffer.allocate(12)
                                .putInt(segment)
                                .putInt(run.block())
                                .putInt(run.rows())
                                .array());
            }
            batch.deleteRange(
                    handles.get(2), waitingKey(number, shard.firstNumber), waitingKey(number, shard.nextNumber));
            db.write(synced, batch);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        shard.firstNumber = shard.nextNumber;
        shard.waiting.clear();
        shard.bytes = 0;
    }

    private void train(List<StoredRow> rows) throws IOException {
        var trainer = new ZstdDictTrainer(TRAINING_BYTES, DICTIONARY_BYTES);
        for (StoredRow row : rows) if (!trainer.addSample(row.value())) break;
        dictionary = trainer.trainSamples();
        Files.write(folder.resolve("dictionary"), dictionary);
    }

    @Override
    public int last(String address, int max) {
        int count = 0;
        for (Pointer pointer : pointers(address, max)) {
            count += SegmentFile.rowsOf(block(pointer), StoredRow.prefix(address));
        }
        return Math.min(count, max);
    }

    @Override
    public long scan() {
        long count = 0;
        for (SegmentFile file : files.values()) {
            for (int block = 0; block < file.blocks(); block++)
                count += SegmentFile.rowsOf(read(file, block), new byte[0]);
        }
        return count;
    }

    /** Each segment that holds rows of the address is written anew; numbers of blocks stay, so that pointers hold. */
    @Override
    public void erase(String address) {
        var affected = new TreeMap<Integer, List<Integer>>();
        for (Pointer pointer : pointers(address, Integer.MAX_VALUE)) {
            affected.computeIfAbsent(pointer.segment, _ -> new ArrayList<>()).add(pointer.block);
        }
        byte[] from = StoredRow.prefix(address);
        byte[] to = StoredRow.after(address);
        try (var waiting = new FlushOptions().setWaitForFlush(true);
                var all = new CompactRangeOptions()
                        .setBottommostLevelCompaction(BottommostLevelCompaction.kForceOptimized)) {
            for (var entry : affected.entrySet()) {
                SegmentFile before = file(entry.getKey(), files);
                before.without(from, entry.getValue(), dictionary);
                before.close();
                files.put(entry.getKey(), SegmentFile.open(file(entry.getKey()), dictionary));
            }
            db.deleteRange(handles.get(1), synced, from, to);
            db.flush(waiting, handles.get(1));
            db.compactRange(handles.get(1), from, to, all);
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Pointer(int segment, int block, int rows) {}

    private List<Pointer> pointers(String address, int max) {
        var pointers = new ArrayList<Pointer>();
        byte[] prefix = StoredRow.prefix(address);
        int count = 0;
        try (RocksIterator rows = db.newIterator(handles.get(1))) {
            rows.seekForPrev(StoredRow.after(address));
            for (; rows.isValid() && count < max; rows.prev()) {
                byte[] key = rows.key();
                if (key.length < prefix.length || !Arrays.equals(key, 0, prefix.length, prefix, 0, prefix.length))
                    break;
                var value = ByteBuffer.wrap(rows.value());
                var pointer = new Pointer(value.getInt(), value.getInt(), value.getInt());
                pointers.add(pointer);
                count += pointer.rows;
            }
            rows.status();
        } catch (RocksDBException e) {
            throw new IllegalStateException(e);
        }
        return pointers;
    }

    private byte[] block(Pointer pointer) {
        return blocks.get(
                ((long) pointer.segment << 32) | pointer.block,
                () -> read(file(pointer.segment, files), pointer.block));
    }

    private static byte[] read(SegmentFile file, int block) {
        try {
            return file.read(block);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SegmentFile file(int number, Map<Integer, SegmentFile> files) {
        SegmentFile file = files.get(number);
        if (file == null) throw new IllegalStateException("no segment " + number);
        return file;
    }

    private Path file(int number) {
        return folder.resolve("%06d.seg".formatted(number));
    }

    private static byte[] waitingKey(int shard, long number) {
        return ByteBuffer.allocate(10).putShort((short) shard).putLong(number).array();
    }

    private static byte[] waitingValue(StoredRow row) {
        return ByteBuffer.allocate(2 + row.bytes())
                .putShort((short) row.key().length)
                .put(row.key())
                .put(row.value())
                .array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            for (SegmentFile file : files.values()) file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        handles.forEach(ColumnFamilyHandle::close);
        db.close();
        synced.close();
        plain.close();
        staging.close();
        database.close();
    }
}
