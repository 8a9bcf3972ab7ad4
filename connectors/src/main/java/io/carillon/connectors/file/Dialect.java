package io.carillon.connectors.file;

import java.nio.charset.Charset;

/**
 * What a file is.
 *
 * @param delimiter between the columns of CSV
 * @param quote around a column of CSV that has a delimiter, a quote or a line break in it
 * @param header whether the first row of CSV names the columns
 */
public record Dialect(Form form, boolean gzip, Charset encoding, char delimiter, char quote, boolean header) {

    /** {@code CSV, columns parted by ";", quotes ", windows-1252, header in the first row}. */
    public String words() {
        String packed = gzip ? "gzip, " : "";
        return switch (form) {
            case JSON -> packed + "JSON, " + encoding.name();
            case JSON_LINES -> packed + "JSON Lines, " + encoding.name();
            case CSV ->
                "%sCSV, columns parted by %s, quotes %s, %s, %s"
                        .formatted(
                                packed,
                                delimiter == '\t' ? "tab" : "\"" + delimiter + "\"",
                                quote,
                                encoding.name(),
                                header ? "names in the first row" : "no names: columns are column1, column2…");
        };
    }
}
