package io.carillon.bench.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** One way, measured once, in a folder of its own. */
final class Measurement {
    static final int SHARDS = 2;

    /** Rows that a shard commits together, under a load that keeps it busy. */
    private static final int GROUP = 100;

    private static final int LAST = 200;

    private final Design design;
    private final Path folder;
    private final List<StoredRow> rows;
    private final Readers readers;
    private final Map<Figure, Double> figures = new EnumMap<>(Figure.class);

    /**
     * Whose rows are read, and erased.
     *
     * @param active of whom there are at least 200 rows
     * @param erased drawn by how much they did
     */
    record Readers(List<String> active, List<String> erased) {}

    Measurement(Design design, Path folder, List<StoredRow> rows, Readers readers) {
        this.design = design;
        this.folder = folder;
        this.rows = rows;
        this.readers = readers;
    }

    Map<Figure, Double> run() throws IOException {
        Files.createDirectories(folder);
        try (Layout layout = design.way().open(folder, SHARDS)) {
            write(layout);
        }
        try (Layout layout = design.way().open(folder, SHARDS)) {
            read(layout, Figure.COLD_P50, Figure.COLD_P99);
            read(layout, Figure.WARM_P50, Figure.WARM_P99);
        }
        try (Layout layout = design.way().open(folder, SHARDS)) {
            scan(layout);
            erase(layout);
        }
        return figures;
    }

    private void write(Layout layout) {
        long payload = rows.stream().mapToLong(StoredRow::bytes).sum();
        double written = Machine.written();
        long cpu = Machine.cpuNanos();
        long began = System.nanoTime();
        var shards = new ArrayList<CompletableFuture<Void>>();
        for (int shard = 0; shard < SHARDS; shard++) {
            int own = shard;
            shards.add(CompletableFuture.runAsync(() -> write(layout, own)));
        }
        shards.forEach(CompletableFuture::join);
        double seconds = (System.nanoTime() - began) / 1e9;
        layout.settle();
        figures.put(Figure.EVENTS_PER_SECOND, rows.size() / seconds);
        figures.put(Figure.CPU_MICROS, (Machine.cpuNanos() - cpu) / 1e3 / rows.size());
        figures.put(Figure.AMPLIFICATION, (Machine.written() - written) / payload);
        figures.put(Figure.BYTES, (double) Machine.stored(folder) / rows.size());
    }

    private void write(Layout layout, int shard) {
        var group = new ArrayList<StoredRow>(GROUP);
        for (StoredRow row : rows) {
            if (row.shard() != shard) continue;
            group.add(row);
            if (group.size() < GROUP) continue;
            layout.write(shard, group);
            group = new ArrayList<>(GROUP);
        }
        if (!group.isEmpty()) layout.write(shard, group);
    }

    private void read(Layout layout, Figure p50, Figure p99) {
        double[] micros = new double[readers.active.size()];
        for (int i = 0; i < micros.length; i++) {
            long began = System.nanoTime();
            int found = layout.last(readers.active.get(i), LAST);
            micros[i] = (System.nanoTime() - began) / 1e3;
            if (found != LAST)
                throw new IllegalStateException("%s: %d rows of %d".formatted(design.name(), found, LAST));
        }
        Arrays.sort(micros);
        figures.put(p50, micros[micros.length / 2]);
        figures.put(p99, micros[micros.length * 99 / 100]);
    }

    private void scan(Layout layout) {
        long began = System.nanoTime();
        long found = layout.scan();
        figures.put(Figure.SCANNED, found / ((System.nanoTime() - began) / 1e9));
        if (found != rows.size()) throw new IllegalStateException("%s: %d rows".formatted(design.name(), found));
    }

    private void erase(Layout layout) {
        double written = Machine.written();
        long began = System.nanoTime();
        for (String address : readers.erased) layout.erase(address);
        double count = readers.erased.size();
        figures.put(Figure.ERASE_MILLIS, (System.nanoTime() - began) / 1e6 / count);
        figures.put(Figure.ERASE_MEGABYTES, (Machine.written() - written) / 1e6 / count);
        for (String address : readers.erased) {
            if (layout.last(address, LAST) > 0) throw new IllegalStateException(design.name() + ": rows are left");
        }
    }
}
