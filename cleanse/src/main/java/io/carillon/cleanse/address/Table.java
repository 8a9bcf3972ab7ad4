package io.carillon.cleanse.address;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the tables that are this package's resources; a line that begins with {@code #} says what a table is. */
final class Table {
    private Table() {}

    static List<String> lines(String name) {
        var stream = Objects.requireNonNull(Table.class.getResourceAsStream(name), () -> "no resource " + name);
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(String::strip)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Keys split by what {@code separator} matches. */
    static Set<String> keys(String name, String separator) {
        var keys = new LinkedHashSet<String>();
        for (String line : lines(name))
            for (String word : line.split(separator, -1)) if (!word.isBlank()) keys.add(Words.key(word.strip()));
        return keys;
    }

    /** Each line's words by key, with its first word, where a {@code ~} is a space, as what they stand for. */
    static Map<String, String> forms(String name) {
        var forms = new LinkedHashMap<String, String>();
        for (String line : lines(name)) {
            String[] words = line.split("\\s+", -1);
            String form = words[0].replace('~', ' ');
            forms.putIfAbsent(Words.key(form.replace("!", "")), form);
            for (int at = 1; at < words.length; at++) forms.put(Words.key(words[at].replace('~', ' ')), form);
        }
        return forms;
    }
}
