package io.carillon.server;

import io.carillon.connectors.mapping.Conversions;
import io.carillon.server.imports.Basis;
import io.carillon.server.imports.ImportJob;
import io.carillon.server.imports.ImportOrder;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What somebody knows of a file of records, and how it is to be read. */
final class FileOptions {
    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "YAML file that says what the columns mean (default: made from their names)")
    private Optional<Path> mapping = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "csv, json-lines or json (default: found by itself)")
    private String format = "";

    @Option(names = "--encoding", paramLabel = "NAME", description = "e.g. windows-1252 (default: found by itself)")
    private String encoding = "";

    @Option(names = "--delimiter", paramLabel = "CHAR", description = "between columns; tab for a tab")
    private String delimiter = "";

    @Option(names = "--quote", paramLabel = "CHAR", description = "around columns")
    private String quote = "";

    @Option(names = "--header", paramLabel = "true|false", description = "whether the first row names the columns")
    private String header = "";

    /**
     * All of it together.
     *
     * @throws IOException when the mapping's file cannot be read
     * @throws IllegalArgumentException when a word is not known or the mapping has problems, a line for each
     */
    ImportOrder order(String source, Path file, Wish wish) throws IOException {
        var wishes = new LinkedHashMap<String, String>();
        wish(wishes, "format", format);
        wish(wishes, "encoding", encoding);
        wish(wishes, "delimiter", delimiter);
        wish(wishes, "quote", quote);
        wish(wishes, "header", header);
        Optional<String> text = mapping.isPresent() ? Optional.of(text(mapping.get())) : Optional.empty();
        return new ImportOrder(
                source,
                String.valueOf(file.getFileName()),
                text,
                wishes,
                wish.basis().map(Basis::of),
                wish.dryRun(),
                wish.again(),
                Instant.now());
    }

    /** Reads the mapping before anything is sent: only here is its name known. */
    private static String text(Path file) throws IOException {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            ImportJob.mapping(file.toString(), text, Conversions.all());
            return text;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + " is not text in UTF-8", e);
        }
    }

    /** What is to be done with it. */
    record Wish(Optional<String> basis, boolean dryRun, boolean again) {
        static final Wish NOTHING = new Wish(Optional.empty(), false, false);
    }

    private static void wish(Map<String, String> into, String name, String word) {
        if (!word.isEmpty()) into.put(name, word);
    }

    boolean hasMapping() {
        return mapping.isPresent();
    }
}
