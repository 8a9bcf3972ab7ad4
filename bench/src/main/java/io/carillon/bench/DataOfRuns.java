package io.carillon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The server's data folder, and what benchmarks have put into it so far, which stands in a file beside it.
 *
 * @param people who are known
 * @param events that were taken
 * @param run number of this run: its messages have ids of their own
 */
record DataOfRuns(Path folder, int people, long events, int run) {
    private static final String FILE = "bench.txt";

    static DataOfRuns in(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) return new DataOfRuns(folder, 0, 0, 1);
        String[] words = Files.readString(file).strip().split(" ", -1);
        try {
            return new DataOfRuns(
                    folder, Integer.parseInt(words[0]), Long.parseLong(words[1]), Integer.parseInt(words[2]) + 1);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new IOException(file + " is none of ours; expected people, events and runs", e);
        }
    }

    Path server() {
        return folder.resolve("data");
    }

    Path workspace() {
        return folder.resolve("workspace");
    }

    DataOfRuns with(int peopleNow) {
        return new DataOfRuns(folder, peopleNow, events, run);
    }

    DataOfRuns plus(long moreEvents) {
        return new DataOfRuns(folder, people, events + moreEvents, run);
    }

    DataOfRuns save() throws IOException {
        Files.writeString(folder.resolve(FILE), "%d %d %d%n".formatted(people, events, run));
        return this;
    }

    /** Bytes on disk now; files may come and go meanwhile. */
    long size() throws IOException {
        try (Stream<Path> files = Files.walk(server())) {
            return files.mapToLong(
                            path -> path.toFile().isFile() ? path.toFile().length() : 0)
                    .sum();
        } catch (UncheckedIOException gone) {
            return size();
        }
    }
}
