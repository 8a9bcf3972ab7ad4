package io.carillon.server;

import io.carillon.connectors.file.Entry;
import io.carillon.connectors.file.RecordFile;
import io.carillon.connectors.mapping.Conversions;
import io.carillon.connectors.mapping.Flaw;
import io.carillon.connectors.mapping.Mapped;
import io.carillon.connectors.mapping.Mapper;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.imports.ImportJob;
import io.carillon.server.imports.ImportOrder;
import io.carillon.server.imports.Trial;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "map",
        description = {
            "Shows what a file is, and what a mapping makes of its first rows: before, after, what was changed and what is"
                    + " wrong. Sends nothing.",
            "Without --mapping it shows the mapping that is made from the columns' names, to be kept and changed."
        },
        mixinStandardHelpOptions = true)
final class MapCommand implements Callable<Integer> {
    private static final int ROWS_MAX = 10_000;

    private final Streams streams;

    @Mixin
    private final FileOptions options = new FileOptions();

    @Option(names = "--rows", paramLabel = "N", description = "how many rows (default ${DEFAULT-VALUE})")
    private int rows = 5;

    @Parameters(paramLabel = "FILE", description = "CSV, JSON Lines or JSON, plain or gzip")
    private Path file = Path.of(".");

    MapCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        if (rows < 0 || rows > ROWS_MAX) return failed("--rows %d is not from 0 to %d".formatted(rows, ROWS_MAX));
        try {
            return show(options.order("map", file, FileOptions.Wish.NOTHING));
        } catch (NoSuchFileException e) {
            return failed("there is no file " + e.getMessage());
        } catch (IOException e) {
            return failed("%s cannot be read: %s".formatted(file, e.getMessage()));
        } catch (IllegalArgumentException e) {
            return failed(String.valueOf(e.getMessage()));
        }
    }

    private int show(ImportOrder order) throws IOException {
        Conversions conversions = Conversions.all();
        streams.out()
                .println("# %s: %s"
                        .formatted(file, ImportJob.look(file, order).dialect().words()));
        String text = ImportJob.mappingText(file, order, conversions);
        if (!options.hasMapping()) streams.out().print("# made from the names of the columns:\n" + text);
        var mapper = new Mapper(ImportJob.mapping(text, conversions));
        try (var records = RecordFile.open(file, order.fileWishes())) {
            for (int shown = 0; shown < rows; shown++) {
                Optional<Entry> next = records.next();
                if (next.isEmpty()) break;
                show(next.get(), mapper, new Trial(mapper, order));
            }
        }
        return 0;
    }

    private void show(Entry entry, Mapper mapper, Trial trial) {
        String line = entry.line() > 0 ? ", line " + entry.line() : "";
        streams.out().println("\n# row %d%s".formatted(entry.row(), line));
        switch (entry) {
            case Entry.Unreadable bad -> {
                streams.out().println("before   " + bad.value());
                problem("rejected", new Flaw(bad.column(), bad.value(), bad.reason(), true));
            }
            case Entry.Read(var _, var _, var fields) -> {
                streams.out().println("before   " + Json.write(fields));
                Mapped mapped = mapper.map(fields);
                show(mapped);
                trial.of(mapped).forEach(flaw -> problem(flaw.fatal() ? "rejected" : "doubtful", flaw));
            }
        }
    }

    private void show(Mapped mapped) {
        if (mapped.said().isEmpty() && !mapped.isRejected())
            streams.out().println("after    nothing: no action is for it");
        mapped.said().forEach(said -> streams.out().println("after    " + Json.write(said.toValue())));
        mapped.changes()
                .forEach(change -> streams.out()
                        .println("changed  %s: %s → %s (%s)"
                                .formatted(
                                        change.column(),
                                        Json.write(Value.of(change.before())),
                                        Json.write(change.after()),
                                        String.join(", ", change.rules()))));
        mapped.flaws().forEach(flaw -> problem(flaw.fatal() ? "rejected" : "left out", flaw));
    }

    private void problem(String effect, Flaw flaw) {
        String value = flaw.value().isEmpty() ? "" : Json.write(Value.of(flaw.value())) + " ";
        String column = flaw.column().isEmpty() ? "the row" : flaw.column();
        streams.out().println("%s %s: %s%s".formatted(effect, column, value, flaw.reason()));
    }

    private int failed(String why) {
        why.lines().forEach(line -> streams.err().println("map: " + line));
        return 1;
    }
}
