package io.carillon.server.link;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** A CSV file with a header, in UTF-8. The delimiter is found in the header; blanks around fields are taken off. */
final class Csv {
    static final int COLUMNS_MAX = 300;
    static final int FIELD_LENGTH_MAX = 100_000;
    private static final int HEADER_LENGTH_MAX = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Csv() {}

    /** Takes one row after the other. */
    interface Rows {
        void header(List<String> names) throws UnusableFileException;

        /**
         * One that is not empty.
         *
         * @param fields as many as the header has
         */
        void row(long line, List<String> fields) throws UnusableFileException;
    }

    static void read(Path file, Rows rows) throws IOException, UnusableFileException {
        if (!Files.isRegularFile(file)) throw new UnusableFileException(file + ": no such file");
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            char delimiter = delimiter(reader);
            try (CsvReader<CsvRecord> records = CsvReader.builder()
                    .fieldSeparator(delimiter)
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .trimWhitespacesAroundQuotes(true)
                    .maxBufferSize(16 << 20)
                    .ofCsvRecord(reader)) {
                read(file, records.iterator(), rows);
            }
        } catch (CsvParseException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new UnusableFileException(
                    "%s: is not CSV: %s: %s".formatted(file, e.getMessage(), cause.getMessage()));
        }
    }

    /** That of the usual ones of which the header has the most. */
    private static char delimiter(BufferedReader reader) throws IOException {
        reader.mark(HEADER_LENGTH_MAX);
        int first = reader.read();
        if (first != BYTE_ORDER_MARK) reader.reset();
        reader.mark(HEADER_LENGTH_MAX);
        StringBuilder header = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\n' && header.length() < HEADER_LENGTH_MAX - 1; c = reader.read()) {
            header.append((char) c);
        }
        reader.reset();
        char best = ',';
        for (char candidate : new char[] {';', '\t', '|'}) {
            if (count(header, candidate) > count(header, best)) best = candidate;
        }
        return best;
    }

    private static long count(CharSequence text, char wanted) {
        return text.chars().filter(it -> it == wanted).count();
    }

    private static void read(Path file, Iterator<CsvRecord> records, Rows rows) throws UnusableFileException {
        if (!records.hasNext()) throw new UnusableFileException(file + ": is empty; expected a header");
        List<String> header = stripped(records.next());
        if (header.size() > COLUMNS_MAX) {
            throw new UnusableFileException(
                    "%s:1: %d columns; expected at most %d".formatted(file, header.size(), COLUMNS_MAX));
        }
        rows.header(header);
        while (records.hasNext()) {
            CsvRecord record = records.next();
            long line = record.getStartingLineNumber();
            List<String> fields = stripped(record);
            if (fields.stream().allMatch(String::isEmpty)) continue;
            if (fields.size() != header.size()) {
                throw new UnusableFileException("%s:%d: %d fields; expected %d as in the header"
                        .formatted(file, line, fields.size(), header.size()));
            }
            for (int at = 0; at < fields.size(); at++) {
                if (fields.get(at).length() > FIELD_LENGTH_MAX) {
                    throw new UnusableFileException("%s:%d: column %s is %d long; expected at most %d"
                            .formatted(
                                    file, line, header.get(at), fields.get(at).length(), FIELD_LENGTH_MAX));
                }
            }
            rows.row(line, fields);
        }
    }

    private static List<String> stripped(CsvRecord record) {
        return record.getFields().stream().map(String::strip).toList();
    }
}
