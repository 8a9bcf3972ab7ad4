package io.carillon.bench.history;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionOptions;
import org.rocksdb.CompressionType;

/**
 * A way to keep history.
 *
 * @param name as JSON has it
 * @param words as the table has it
 */
record Design(String name, String words, Way way) {
    private static final int DICTIONARY_BYTES = 16 << 10;

    /** What the makers of ZSTD advise: a hundred times the dictionary. */
    private static final int TRAINING_BYTES = 100 * DICTIONARY_BYTES;

    /** The ways that are compared. */
    static final List<Design> ALL = List.of(
            rocks("levels", "levels, LZ4, ZSTD at the bottom, 8 KiB", 8, way -> way),
            rocks("levels_16", "the same, 16 KiB", 16, way -> way),
            rocks("levels_32", "the same, 32 KiB", 32, way -> way),
            rocks("zstd", "ZSTD at all levels, 8 KiB", 8, Design::zstd),
            rocks("bottom_dictionary", "dictionary at the bottom, 8 KiB", 8, Design::bottomDictionary),
            rocks("bottom_dictionary_16", "dictionary at the bottom, 16 KiB", 16, Design::bottomDictionary),
            rocks("bottom_dictionary_32", "dictionary at the bottom, 32 KiB", 32, Design::bottomDictionary),
            rocks("dictionary_16", "dictionary at all levels, 16 KiB", 16, Design::dictionary),
            blobs("blobs", "blob files, plain", CompressionType.NO_COMPRESSION),
            blobs("blobs_zstd", "blob files, ZSTD", CompressionType.ZSTD_COMPRESSION),
            rocks("universal", "universal, LZ4, ZSTD at the bottom, 8 KiB", 8, Design::universal),
            new Design(
                    "segments",
                    "segments with pointers, dictionary, 16 KiB",
                    (folder, shards) -> new SegmentLayout(folder, shards, 16 << 10)));

    /** Opens a store, with nothing in its caches. */
    interface Way {
        Layout open(Path folder, int shards);
    }

    private static Design rocks(
            String name, String words, int blockKilobytes, UnaryOperator<ColumnFamilyOptions> options) {
        return new Design(
                name,
                words,
                (folder, _) -> new RocksLayout(
                        folder, blockKilobytes << 10, blocks -> options.apply(RocksLayout.levels(blocks)), false));
    }

    private static Design blobs(String name, String words, CompressionType compression) {
        return new Design(
                name,
                words,
                (folder, _) -> new RocksLayout(
                        folder, 8 << 10, blocks -> blobs(RocksLayout.levels(blocks), compression), true));
    }

    private static ColumnFamilyOptions zstd(ColumnFamilyOptions options) {
        return options.setCompressionType(CompressionType.ZSTD_COMPRESSION);
    }

    @SuppressWarnings("resource") // native, and as old as the process
    private static ColumnFamilyOptions bottomDictionary(ColumnFamilyOptions options) {
        return options.setBottommostCompressionOptions(trained().setEnabled(true));
    }

    @SuppressWarnings("resource")
    private static ColumnFamilyOptions dictionary(ColumnFamilyOptions options) {
        return zstd(options)
                .setCompressionOptions(trained())
                .setBottommostCompressionOptions(trained().setEnabled(true));
    }

    private static CompressionOptions trained() {
        return new CompressionOptions().setMaxDictBytes(DICTIONARY_BYTES).setZStdMaxTrainBytes(TRAINING_BYTES);
    }

    /** Rows of less than 100 bytes stay with their keys. Old blobs are moved when a merge meets them. */
    private static ColumnFamilyOptions blobs(ColumnFamilyOptions options, CompressionType compression) {
        return options.setEnableBlobFiles(true)
                .setMinBlobSize(100)
                .setBlobFileSize(RocksLayout.FILE_BYTES)
                .setBlobCompressionType(compression)
                .setEnableBlobGarbageCollection(true)
                .setBlobGarbageCollectionAgeCutoff(1.0);
    }

    private static ColumnFamilyOptions universal(ColumnFamilyOptions options) {
        return options.setCompactionStyle(CompactionStyle.UNIVERSAL);
    }
}
