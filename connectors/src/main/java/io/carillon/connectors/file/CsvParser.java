package io.carillon.connectors.file;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Splits CSV into rows of columns. A row that is none costs its first line and no more: reading goes on at the line after
 * it, so that a quote that is never closed swallows nothing.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvParser {
    static final int COLUMNS_MAX = 1_000;
    /** In UTF-16 units. */
    static final int ROW_LENGTH_MAX = 1 << 20;

    private static final int FIRST_BUFFER = 1 << 16;
    private static final int END = -1;

    private final Reader in;
    private final char delimiter;
    private final char quote;
    private char[] buffer = new char[FIRST_BUFFER];
    private int begin; // of the row
    private int at;
    private int limit;
    private boolean ended;
    private long line = 1;

    CsvParser(Reader in, char delimiter, char quote) {
        this.in = in;
        this.delimiter = delimiter;
        this.quote = quote;
    }

    /** What stands between two line breaks that are outside quotes. */
    sealed interface Raw {
        /** Where it begins, from 1. */
        long line();

        /** A row, and the first column in it with bytes that the encoding does not know, from 0. */
        record Columns(long line, List<String> values, Optional<Integer> undecoded) implements Raw {}

        /** What is no row: its first line, by its beginning, and what is wrong. */
        record Broken(long line, String text, String reason) implements Raw {}
    }

    /** Thrown where a row turns out to be none; caught here. */
    private static final class BrokenRow extends Exception {
        private static final long serialVersionUID = 1;

        BrokenRow(String reason) {
            super(reason, null, false, false);
        }
    }

    /** Rows without anything in them are passed over. Empty at the end. */
    Optional<Raw> next() throws IOException {
        while (true) {
            begin = at;
            long first = line;
            try {
                if (peek() == END) return Optional.empty();
                Raw.Columns row = row(first);
                boolean isBlank =
                        row.values.size() == 1 && row.values.getFirst().isBlank() && row.undecoded.isEmpty();
                if (!isBlank) return Optional.of(row);
            } catch (BrokenRow e) {
                String reason = String.valueOf(e.getMessage());
                line = first;
                at = begin;
                return Optional.of(new Raw.Broken(first, skipLine(), reason));
            }
        }
    }

    private Raw.Columns row(long first) throws IOException, BrokenRow {
        var values = new ArrayList<String>();
        Optional<Integer> undecoded = Optional.empty();
        while (true) {
            String value = column();
            if (values.size() >= COLUMNS_MAX) {
                throw new BrokenRow("more than %d columns".formatted(COLUMNS_MAX));
            }
            if (undecoded.isEmpty() && value.indexOf(Decoding.UNDECODED) >= 0) undecoded = Optional.of(values.size());
            values.add(value);
            int c = peek();
            if (c == delimiter) {
                at++;
                continue;
            }
            lineBreak(c);
            return new Raw.Columns(first, values, undecoded);
        }
    }

    private void lineBreak(int c) throws IOException, BrokenRow {
        if (c == END) return;
        at++;
        line++;
        if (c == '\r' && peek() == '\n') at++;
    }

    private String column() throws IOException, BrokenRow {
        int start = at - begin;
        int c = peek();
        while (c == ' ' && delimiter != ' ') { // before a quote they mean nothing
            at++;
            c = peek();
        }
        if (c == quote) return quoted();
        while (c != END && c != delimiter && c != '\n' && c != '\r') {
            at++;
            c = peek();
        }
        return text(begin + start, at);
    }

    private String quoted() throws IOException, BrokenRow {
        at++;
        var parts = new StringBuilder();
        int start = at - begin;
        while (true) {
            int c = peek();
            if (c == END) throw new BrokenRow("a quote that is never closed");
            if (c == quote) {
                parts.append(buffer, begin + start, at - begin - start);
                at++;
                if (peek() != quote) break;
                start = at - begin; // of two quotes the second stands for one
                at++;
                continue;
            }
            at++;
            if (c == '\n' || (c == '\r' && peek() != '\n')) line++;
        }
        int c = peek();
        while (c == ' ' && delimiter != ' ') {
            at++;
            c = peek();
        }
        if (c != END && c != delimiter && c != '\n' && c != '\r') {
            throw new BrokenRow("text after a closing quote; a quote inside quotes must be doubled");
        }
        return parts.toString();
    }

    private String text(int from, int to) {
        return from == to ? "" : new String(buffer, from, to - from);
    }

    /** The character at which we are; all of the row so far stays in the buffer. */
    private int peek() throws IOException, BrokenRow {
        if (at < limit) return buffer[at];
        if (at - begin >= ROW_LENGTH_MAX) {
            throw new BrokenRow("more than %d characters; is a quote never closed?".formatted(ROW_LENGTH_MAX));
        }
        return fill() ? buffer[at] : END;
    }

    /** Passes over one line, however long it is, and gives its beginning. */
    private String skipLine() throws IOException {
        var shown = new StringBuilder();
        while (at < limit || fill()) {
            char c = buffer[at++];
            if (c == '\n' || c == '\r') {
                if (c == '\r' && (at < limit || fill()) && buffer[at] == '\n') at++;
                line++;
                break;
            }
            if (shown.length() <= Entry.SHOWN_MAX) shown.append(c);
            if (at - begin >= ROW_LENGTH_MAX) begin = at;
        }
        return shown.toString();
    }

    private boolean fill() throws IOException {
        if (ended) return false;
        if (limit == buffer.length) {
            if (begin > 0) {
                System.arraycopy(buffer, begin, buffer, 0, limit - begin);
                limit -= begin;
                at -= begin;
                begin = 0;
            } else {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        if (read < 0) {
            ended = true;
            return false;
        }
        limit += read;
        return true;
    }
}
