package io.carillon.connectors.file;

import io.carillon.core.value.Value;

/** What stands at one place of a file. */
public sealed interface Entry {
    /** What is shown of a value that is longer. In UTF-16 units. */
    int SHOWN_MAX = 200;

    /** Of the rows of data, from 1. */
    long row();

    /** Where the row begins in the file, from 1; 0 where lines mean nothing, as in a JSON document. */
    long line();

    /** A record. Of a CSV file each column is a text, empty when there is nothing in it. */
    record Read(long row, long line, Value.Fields fields) implements Entry {}

    /**
     * A row that cannot be read.
     *
     * @param column its name, or empty when it is the whole row
     * @param value what stands there, by its beginning
     * @param reason what was found and what was expected
     */
    record Unreadable(long row, long line, String column, String value, String reason) implements Entry {
        public Unreadable {
            value = shown(value);
        }
    }

    /** A text by its beginning. */
    static String shown(String text) {
        return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
    }
}
