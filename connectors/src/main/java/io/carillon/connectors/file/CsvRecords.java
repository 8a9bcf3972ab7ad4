package io.carillon.connectors.file;

import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;

/** Rows of CSV as records, once the names of the columns are known. */
final class CsvRecords implements Records {
    private final CsvParser parser;
    private final Dialect dialect;
    private Optional<Columns> columns = Optional.empty();
    private long row;

    CsvRecords(Reader in, Dialect dialect) {
        this.parser = new CsvParser(in, dialect.delimiter(), dialect.quote());
        this.dialect = dialect;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        Optional<CsvParser.Raw> raw = parser.next();
        if (columns.isEmpty() && dialect.header() && raw.isPresent()) {
            if (raw.get() instanceof CsvParser.Raw.Columns header) {
                columns = Optional.of(Columns.of(header.values()));
                raw = parser.next();
            }
        }
        if (raw.isEmpty()) return Optional.empty();
        row++;
        return Optional.of(
                switch (raw.get()) {
                    case CsvParser.Raw.Broken(var line, var text, var reason) ->
                        new Entry.Unreadable(row, line, "", Decoding.shown(text), reason);
                    case CsvParser.Raw.Columns read -> record(read);
                });
    }

    private Entry record(CsvParser.Raw.Columns read) {
        if (columns.isEmpty())
            columns = Optional.of(Columns.numbered(read.values().size()));
        List<String> names = columns.get().names();
        List<String> values = read.values();
        if (read.undecoded().isPresent()) {
            int index = read.undecoded().get();
            return new Entry.Unreadable(
                    row,
                    read.line(),
                    index < names.size() ? names.get(index) : "column" + (index + 1),
                    Decoding.shown(values.get(index)),
                    Decoding.reason(dialect.encoding()));
        }
        boolean fits = values.size() == names.size()
                || (values.size() > names.size()
                        && values.subList(names.size(), values.size()).stream().allMatch(String::isBlank));
        if (!fits) {
            return new Entry.Unreadable(
                    row,
                    read.line(),
                    "",
                    String.join(String.valueOf(dialect.delimiter()), values),
                    "has %d columns; expected %d, as the first row has".formatted(values.size(), names.size()));
        }
        return new Entry.Read(row, read.line(), columns.get().with(values));
    }
}
