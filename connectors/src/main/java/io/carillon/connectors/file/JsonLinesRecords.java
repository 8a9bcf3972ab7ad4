package io.carillon.connectors.file;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.Optional;

/** A JSON object on each line; lines without anything are passed over. */
final class JsonLinesRecords implements Records {
    private final BufferedReader in;
    private final Charset encoding;
    private long row;
    private long line;

    JsonLinesRecords(Reader in, Charset encoding) {
        this.in = new BufferedReader(in, 1 << 16);
        this.encoding = encoding;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        while (true) {
            var text = new StringBuilder();
            int length = readLine(text);
            if (length < 0) return Optional.empty();
            line++;
            if (length <= CsvParser.ROW_LENGTH_MAX && text.toString().isBlank()) continue;
            row++;
            return Optional.of(entry(text.toString(), length));
        }
    }

    private Entry entry(String text, int length) {
        if (length > CsvParser.ROW_LENGTH_MAX) {
            return unreadable(text, "more than %d characters on one line".formatted(CsvParser.ROW_LENGTH_MAX));
        }
        if (text.indexOf(Decoding.UNDECODED) >= 0) return unreadable(text, Decoding.reason(encoding));
        return switch (JsonValues.read(text)) {
            case JsonValues.Parsed.Good(var fields) -> new Entry.Read(row, line, fields);
            case JsonValues.Parsed.Bad(var reason) -> unreadable(text, reason);
        };
    }

    private Entry unreadable(String text, String reason) {
        return new Entry.Unreadable(row, line, "", Decoding.shown(Entry.shown(text)), reason);
    }

    /** What is past the limit is counted and not kept. Below 0 at the end. */
    private int readLine(StringBuilder text) throws IOException {
        int length = 0;
        for (int c = in.read(); ; c = in.read()) {
            if (c < 0) return length == 0 ? -1 : length;
            if (c == '\n') return length;
            if (length < CsvParser.ROW_LENGTH_MAX) text.append((char) c);
            if (length <= CsvParser.ROW_LENGTH_MAX) length++;
        }
    }
}
