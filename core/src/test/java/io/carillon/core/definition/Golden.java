package io.carillon.core.definition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts that a change shows as a diff: {@code -Dcarillon.golden=write} writes them anew. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/io/carillon/core/definition");

    private Golden() {}

    static String read(String name) throws IOException {
        return Files.readString(FOLDER.resolve(name));
    }

    /** What the file has, after it was written when that is asked for. */
    static String of(String name, String actual) throws IOException {
        if ("write".equals(System.getProperty("carillon.golden"))) Files.writeString(FOLDER.resolve(name), actual);
        return read(name);
    }
}
