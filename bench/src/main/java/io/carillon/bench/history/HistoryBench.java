package io.carillon.bench.history;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Compares the ways to keep history: each is measured once a round, in another order each time, and its figure is the median of
 * the rounds after the first, in which the code gets warm.
 */
public final class HistoryBench {
    private static final int ROUNDS = 3;
    private static final int ROWS_MIN = 200;
    private static final int READERS_MAX = 400;
    private static final int ERASED = 3;

    private final Path folder;
    private final int events;
    private final PrintStream progress;
    private final Map<Design, Map<Figure, List<Double>>> figures = new LinkedHashMap<>();

    /** @param events written in each measurement; below 200,000 few people have the 200 that are read */
    public HistoryBench(Path folder, int events, PrintStream progress) {
        this.folder = folder;
        this.events = events;
        this.progress = progress;
    }

    /** Measures everything. */
    public void run() throws IOException {
        List<StoredRow> rows = Visits.rows(events, Measurement.SHARDS);
        Measurement.Readers readers = readers(rows);
        progress.printf(
                Locale.ROOT,
                "%,d rows of %d bytes on average with their keys; %d people have 200 and more%n",
                rows.size(),
                rows.stream().mapToLong(StoredRow::bytes).sum() / rows.size(),
                readers.active().size());
        List<Design> order = new ArrayList<>(Design.ALL);
        for (int round = 0; round <= ROUNDS; round++) {
            for (Design design : order) {
                Path own = folder.resolve("%s-%d".formatted(design.name(), round));
                Map<Figure, Double> measured = new Measurement(design, own, rows, readers).run();
                delete(own);
                if (round > 0) keep(design, measured);
            }
            progress.println("round " + round + (round == 0 ? ", which does not count, is done" : " is done"));
            Collections.rotate(order, 5);
        }
    }

    public void table(PrintStream out) {
        var head = new StringBuilder("| way |");
        var line = new StringBuilder("| --- |");
        for (Figure figure : Figure.values()) {
            head.append(' ').append(figure.words()).append(" |");
            line.append(" --- |");
        }
        out.println(head);
        out.println(line);
        inOrder((design, measured) -> {
            var row = new StringBuilder("| " + design.words() + " |");
            measured.values()
                    .forEach(rounds ->
                            row.append(' ').append(Figure.shown(median(rounds))).append(" |"));
            out.println(row);
        });
    }

    /** A line of JSON for each way. */
    public void lines(PrintStream out) {
        inOrder((design, measured) -> {
            var line = new StringBuilder("{\"way\":\"" + design.name() + "\"");
            measured.forEach((figure, rounds) -> line.append(String.format(
                    Locale.ROOT, ",\"%s\":%.3f", figure.name().toLowerCase(Locale.ROOT), median(rounds))));
            out.println(line.append('}'));
        });
    }

    private void inOrder(BiConsumer<Design, Map<Figure, List<Double>>> shown) {
        for (Design design : Design.ALL) shown.accept(design, figures.getOrDefault(design, Map.of()));
    }

    private void keep(Design design, Map<Figure, Double> measured) {
        var own = figures.computeIfAbsent(design, _ -> new EnumMap<>(Figure.class));
        measured.forEach((figure, value) ->
                own.computeIfAbsent(figure, _ -> new ArrayList<>()).add(value));
    }

    private static double median(List<Double> rounds) {
        return rounds.stream().sorted().toList().get(rounds.size() / 2);
    }

    private static Measurement.Readers readers(List<StoredRow> rows) {
        var counts = new HashMap<String, Integer>();
        for (StoredRow row : rows) counts.merge(row.address(), 1, Integer::sum);
        List<String> active = counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= ROWS_MIN)
                .map(Map.Entry::getKey)
                .sorted()
                .limit(READERS_MAX)
                .toList();
        if (active.size() < 20) throw new IllegalArgumentException("nobody has 200 events; take more events");
        var random = new SplittableRandom(3);
        var erased = new HashSet<String>();
        while (erased.size() < ERASED)
            erased.add(rows.get(random.nextInt(rows.size())).address());
        return new Measurement.Readers(active, erased.stream().sorted().toList());
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
