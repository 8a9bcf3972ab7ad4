package io.carillon.connectors.file;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds out what a file is by its beginning. */
final class Detector {
    /** So much of it is looked at. */
    static final int HEAD_BYTES = 1 << 16;

    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final int ROWS_LOOKED_AT = 200;

    private final byte[] head;
    private final boolean isWhole;
    private final Wishes wishes;

    /** @param isWhole whether there is nothing after it */
    Detector(byte[] head, boolean isWhole, Wishes wishes) {
        this.head = head;
        this.isWhole = isWhole;
        this.wishes = wishes;
    }

    /** @param markBytes how many bytes at the beginning are a byte order mark */
    record Found(Dialect dialect, int markBytes) {}

    /** @param gzip whether the head was inflated */
    Found find(boolean gzip) {
        Encodings.Found encoding = wishes.encoding()
                .map(wish -> new Encodings.Found(wish, Encodings.markBytes(head, wish)))
                .orElseGet(() -> Encodings.of(head));
        String text = text(encoding.encoding(), encoding.markBytes());
        Form form = wishes.form().orElseGet(() -> form(text));
        char quote = wishes.quote().orElseGet(() -> quote(text));
        char delimiter = wishes.delimiter().orElseGet(() -> delimiter(text, quote));
        boolean header = wishes.header()
                .orElseGet(() ->
                        firstRow(text, delimiter, quote).map(Columns::isHeader).orElse(true));
        return new Found(new Dialect(form, gzip, encoding.encoding(), delimiter, quote, header), encoding.markBytes());
    }

    private String text(Charset encoding, int skipped) {
        return new String(head, skipped, head.length - skipped, encoding);
    }

    /** A list, or an object whose first line is not all of it, is one document. */
    private static Form form(String text) {
        String begun = text.stripLeading();
        if (begun.startsWith("[")) return Form.JSON;
        if (!begun.startsWith("{")) return Form.CSV;
        int end = begun.indexOf('\n');
        String line = end < 0 ? begun : begun.substring(0, end);
        boolean more = end >= 0 && !begun.substring(end).isBlank();
        boolean isObject = JsonValues.read(line) instanceof JsonValues.Parsed.Good;
        // Answers of APIs are one line, often longer than what is looked at.
        if (!more && (isObject || end < 0)) return WrappedList.isIn(line) ? Form.JSON : Form.JSON_LINES;
        return isObject ? Form.JSON_LINES : Form.JSON;
    }

    /** Single quotes only where they stand around columns, and double ones do not. */
    private static char quote(String text) {
        return around(text, '\'') > 2 * around(text, '"') + 1 ? '\'' : '"';
    }

    private static int around(String text, char quote) {
        int count = 0;
        for (int i = text.indexOf(quote); i >= 0; i = text.indexOf(quote, i + 1)) {
            char before = i == 0 ? '\n' : text.charAt(i - 1);
            char after = i + 1 == text.length() ? '\n' : text.charAt(i + 1);
            if (isEdge(before) != isEdge(after)) count++;
        }
        return count / 2;
    }

    private static boolean isEdge(char c) {
        return c == '\n' || c == '\r' || DELIMITERS.contains(c);
    }

    private char delimiter(String text, char quote) {
        char best = DELIMITERS.getFirst();
        double most = 0;
        for (char candidate : DELIMITERS) {
            double score = score(rows(text, candidate, quote));
            if (score > most + 1e-9) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    /** How alike the rows are in their number of columns, above all with the first; nothing for one column. */
    private static double score(List<List<String>> rows) {
        if (rows.isEmpty()) return 0;
        int first = rows.getFirst().size();
        if (first < 2) return 0;
        long same = rows.stream().filter(row -> row.size() == first).count();
        Map<Integer, Integer> counts = new TreeMap<>();
        for (List<String> row : rows) counts.merge(row.size(), 1, Integer::sum);
        double share = (double) same / rows.size();
        // Most of all the share; of two that part alike, the one that parts into more.
        return share + Math.min(first, 50) / 1_000.0 - (counts.size() - 1) / 1_000.0;
    }

    /** Rows that are whole. */
    private List<List<String>> rows(String text, char delimiter, char quote) {
        var rows = new ArrayList<List<String>>();
        var parser = new CsvParser(new StringReader(text), delimiter, quote);
        try {
            for (var raw = parser.next(); raw.isPresent() && rows.size() <= ROWS_LOOKED_AT; raw = parser.next()) {
                if (raw.get() instanceof CsvParser.Raw.Columns columns) rows.add(columns.values());
                else rows.add(List.of());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory can be read", e);
        }
        boolean lastIsCut = !isWhole && rows.size() > 1 && rows.size() <= ROWS_LOOKED_AT;
        return lastIsCut ? rows.subList(0, rows.size() - 1) : rows;
    }

    private Optional<List<String>> firstRow(String text, char delimiter, char quote) {
        return rows(text, delimiter, quote).stream().findFirst();
    }
}
