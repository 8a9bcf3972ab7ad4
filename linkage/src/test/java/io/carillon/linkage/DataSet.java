package io.carillon.linkage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.carillon.linkage.Agreement.IdPair;
import io.carillon.linkage.table.Column;
import io.carillon.linkage.table.ColumnKind;
import io.carillon.linkage.table.Recognition;
import io.carillon.linkage.table.Row;
import io.carillon.linkage.table.Table;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Records and which of them are of one person in truth. */
record DataSet(Table table, Set<IdPair> truth) {

    /**
     * Reads CSV as the command does: columns by their names.
     *
     * @param entity what says of a record whose it is
     * @param without columns that are left out
     */
    static DataSet of(String csv, String id, Function<NamedCsvRecord, String> entity, List<String> without) {
        List<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(csv.replace(", ", ",")).stream()
                .toList();
        List<Column> columns = new ArrayList<>();
        for (String name : records.getFirst().getHeader()) {
            Optional<ColumnKind> kind = Recognition.byName(name).filter(ColumnKind::isCompared);
            if (kind.isPresent() && !without.contains(name)) columns.add(new Column(name, kind.get()));
        }
        List<Row> rows = records.stream()
                .map(record -> new Row(
                        record.getField(id),
                        columns.stream().map(it -> record.getField(it.name())).toList()))
                .toList();
        Map<String, List<String>> members = new TreeMap<>();
        for (NamedCsvRecord record : records) {
            members.computeIfAbsent(entity.apply(record), any -> new ArrayList<>())
                    .add(record.getField(id));
        }
        return new DataSet(new Table(columns, rows), pairs(List.copyOf(members.values())));
    }

    static Set<IdPair> pairs(List<List<String>> groups) {
        Set<IdPair> pairs = new LinkedHashSet<>();
        for (List<String> group : groups) {
            for (int i = 0; i < group.size(); i++) {
                for (int j = i + 1; j < group.size(); j++) pairs.add(IdPair.of(group.get(i), group.get(j)));
            }
        }
        return pairs;
    }

    /** As the command judges it: by the groups. */
    Agreement judged() {
        return Agreement.of(
                pairs(new Linker(Settings.DEFAULT, any -> {}).link(table).groups()), truth);
    }
}
