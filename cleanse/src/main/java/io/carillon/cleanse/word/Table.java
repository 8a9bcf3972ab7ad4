package io.carillon.cleanse.word;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Reads a list beside a class: UTF-8, one row a line, columns parted by tabs, {@code #} begins a comment line. */
public final class Table {
    private Table() {}

    /**
     * The rows of a list in order.
     *
     * @throws IllegalStateException when there is no such list: the program is not whole
     */
    public static List<List<String>> rows(Class<?> beside, String name) {
        InputStream stream = beside.getResourceAsStream(name);
        if (stream == null) throw new IllegalStateException("no list " + name + " beside " + beside.getName());
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> Arrays.asList(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
