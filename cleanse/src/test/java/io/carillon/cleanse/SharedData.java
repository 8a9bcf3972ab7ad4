package io.carillon.cleanse;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Data sets that lie beside the checkout, in {@code ../shared/data}, or where {@code CARILLON_SHARED_DATA} says. */
public final class SharedData {
    private SharedData() {}

    /** The lines of a file; without the file the test is skipped. */
    public static List<String> lines(String file) {
        Optional<Path> found = folders()
                .map(folder -> folder.resolve(file))
                .filter(Files::isRegularFile)
                .findFirst();
        assumeThat(found).as(file + " is in no shared/data beside the checkout").isPresent();
        try {
            return Files.readAllLines(found.orElseThrow(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> folders() {
        Stream<Path> named = Optional.ofNullable(System.getenv("CARILLON_SHARED_DATA")).map(Path::of).stream();
        Path here = Path.of("").toAbsolutePath();
        // From the checkout of a module: beside the checkout, or beside the folder of several checkouts.
        Stream<Path> beside = Stream.of("../shared/data", "../../shared/data", "../../../shared/data")
                .map(folder -> here.resolve(folder).normalize());
        return Stream.concat(named, beside);
    }
}
