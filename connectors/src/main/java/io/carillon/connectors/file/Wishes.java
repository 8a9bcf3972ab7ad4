package io.carillon.connectors.file;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;

/** What somebody says of a file, who knows it better than its beginning tells. */
public record Wishes(
        Optional<Form> form,
        Optional<Charset> encoding,
        Optional<Character> delimiter,
        Optional<Character> quote,
        Optional<Boolean> header) {
    public static final Wishes NONE =
            new Wishes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Reads what was said in words; an empty word says nothing.
     *
     * @param header {@code true} or {@code false}
     * @throws IllegalArgumentException naming the word that means nothing, and what was expected
     */
    public static Wishes of(String form, String encoding, String delimiter, String quote, String header) {
        return new Wishes(
                said(form)
                        .map(word ->
                                Form.ofWord(word).orElseThrow(() -> wrong("format", word, "csv, json-lines, json"))),
                said(encoding).map(Wishes::charset),
                said(delimiter).map(word -> character("delimiter", word)),
                said(quote).map(word -> character("quote", word)),
                said(header).map(Wishes::flag));
    }

    private static Optional<String> said(String word) {
        return Optional.of(word).filter(it -> !it.isEmpty());
    }

    private static Charset charset(String word) {
        try {
            return Charset.forName(word);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
            throw wrong("encoding", word, "a name such as UTF-8, windows-1252, ISO-8859-2");
        }
    }

    private static char character(String what, String word) {
        if (word.equals("tab") || word.equals("\\t")) return '\t';
        boolean isOne = word.length() == 1 && word.charAt(0) != '\n' && word.charAt(0) != '\r';
        if (!isOne) throw wrong(what, word, "one character, or tab");
        return word.charAt(0);
    }

    private static boolean flag(String word) {
        return switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("header", word, "true, false");
        };
    }

    private static IllegalArgumentException wrong(String what, String word, String expected) {
        return new IllegalArgumentException("%s \"%s\" is not known; expected %s".formatted(what, word, expected));
    }
}
