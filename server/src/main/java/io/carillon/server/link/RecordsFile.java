package io.carillon.server.link;

import io.carillon.linkage.table.Column;
import io.carillon.linkage.table.ColumnKind;
import io.carillon.linkage.table.Recognition;
import io.carillon.linkage.table.Row;
import io.carillon.linkage.table.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Records to link: a CSV file with a column that names each, and others that say who it is. */
public final class RecordsFile {
    private final Path file;
    private final Map<String, ColumnKind> said;
    private final Consumer<String> progress;
    private List<String> header = List.of();
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();

    private RecordsFile(Path file, Map<String, ColumnKind> said, Consumer<String> progress) {
        this.file = file;
        this.said = new TreeMap<>(said);
        this.progress = progress;
    }

    /**
     * Reads it whole.
     *
     * @param said what columns hold, for those that are not to be recognised
     * @param progress is told what each column was taken for
     */
    public static Table read(Path file, Map<String, ColumnKind> said, Consumer<String> progress)
            throws IOException, UnusableFileException {
        var records = new RecordsFile(file, said, progress);
        Csv.read(file, records.new Reader());
        return records.table();
    }

    private final class Reader implements Csv.Rows {
        @Override
        public void header(List<String> names) throws UnusableFileException {
            header = names;
            for (String name : said.keySet()) {
                if (!names.contains(name)) {
                    throw new UnusableFileException(
                            "%s:1: no column %s; there are %s".formatted(file, name, String.join(", ", names)));
                }
            }
        }

        @Override
        public void row(long line, List<String> fields) throws UnusableFileException {
            if (rows.size() >= Table.ROWS_MAX) {
                throw new UnusableFileException("%s:%d: more than %d rows".formatted(file, line, Table.ROWS_MAX));
            }
            rows.add(List.copyOf(fields));
            lines.add(line);
        }
    }

    private Table table() throws UnusableFileException {
        List<ColumnKind> kinds = kinds();
        int id = kinds.indexOf(ColumnKind.ID);
        if (id < 0) {
            throw new UnusableFileException(
                    "%s:1: no column names the records, as id would; say which does with --column NAME=id; there are %s"
                            .formatted(file, String.join(", ", header)));
        }
        List<Integer> compared = IntStream.range(0, header.size())
                .filter(at -> kinds.get(at).isCompared())
                .boxed()
                .toList();
        for (int at = 0; at < header.size(); at++) {
            progress.accept(
                    "column %s: %s".formatted(header.get(at), kinds.get(at).word()));
        }
        if (compared.isEmpty()) throw new UnusableFileException(file + ":1: no column that could be compared");
        if (compared.size() > Table.COLUMNS_MAX) {
            throw new UnusableFileException(
                    "%s:1: %d columns to compare; expected at most %d: leave some out with --column NAME=ignore"
                            .formatted(file, compared.size(), Table.COLUMNS_MAX));
        }
        checkIds(id);
        return new Table(
                compared.stream()
                        .map(at -> new Column(header.get(at), kinds.get(at)))
                        .toList(),
                rows.stream()
                        .map(row -> new Row(
                                row.get(id), compared.stream().map(row::get).toList()))
                        .toList());
    }

    private List<ColumnKind> kinds() {
        List<ColumnKind> kinds = new ArrayList<>();
        boolean hasId = said.containsValue(ColumnKind.ID);
        for (int at = 0; at < header.size(); at++) {
            int column = at;
            ColumnKind kind = Optional.ofNullable(said.get(header.get(at)))
                    .or(() -> Recognition.byName(header.get(column)))
                    .orElseGet(() -> Recognition.byValues(rows.stream()
                            .limit(Recognition.SAMPLE)
                            .map(row -> row.get(column))
                            .toList()));
            boolean isSaid = said.containsKey(header.get(at));
            // The first that looks like it names the records, unless another was said to.
            if (kind == ColumnKind.ID && !isSaid && hasId) kind = ColumnKind.IGNORE;
            // What differs in every record numbers records, not people; near numbers are no likeness.
            if (kind == ColumnKind.IDENTIFIER && !isSaid && isOwn(at)) kind = ColumnKind.IGNORE;
            if (kind == ColumnKind.ID) hasId = true;
            kinds.add(kind);
        }
        return kinds;
    }

    private boolean isOwn(int column) {
        Set<String> seen = new HashSet<>();
        return rows.stream().map(row -> row.get(column)).allMatch(it -> !it.isEmpty() && seen.add(it));
    }

    private void checkIds(int id) throws UnusableFileException {
        Map<String, Long> seen = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            String value = rows.get(i).get(id);
            if (value.isEmpty()) {
                throw new UnusableFileException(
                        "%s:%d: %s is empty; expected an id".formatted(file, lines.get(i), header.get(id)));
            }
            Long before = seen.put(value, lines.get(i));
            if (before != null) {
                throw new UnusableFileException("%s:%d: %s is %s, as in line %d; expected ids that differ"
                        .formatted(file, lines.get(i), header.get(id), value, before));
            }
        }
    }
}
