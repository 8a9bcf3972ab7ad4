package io.carillon.connectors.file;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How records stand in a file. */
public enum Form {
    CSV,
    /** One JSON object on each line. */
    JSON_LINES,
    /** One JSON document that is a list of objects, or that has such a list. */
    JSON;

    /** As the command line says it: {@code json-lines}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Form> ofWord(String word) {
        return Arrays.stream(values()).filter(form -> form.word().equals(word)).findFirst();
    }
}
