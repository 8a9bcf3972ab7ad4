package io.carillon.linkage.table;

import io.carillon.linkage.text.Normal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A table as it is compared: rows in the order of their ids, whole names taken apart, and no column that says again what
 * others said, since evidence must not be counted twice.
 *
 * @param notes what was left out or taken apart, for people
 */
public record Preparation(Table table, List<String> notes) {
    /** A column of which so large a share is in others says nothing of its own. */
    private static final double AGAIN = 0.8;
    /** Fewer rows show nothing. */
    private static final int ROWS_MIN = 10;

    public Preparation {
        notes = List.copyOf(notes);
    }

    public static Preparation of(Table table) {
        List<String> notes = new ArrayList<>();
        List<Row> rows = new ArrayList<>(table.rows());
        rows.sort(Comparator.comparing(Row::id));
        List<Integer> kept = new ArrayList<>();
        for (int at = 0; at < table.columns().size(); at++) {
            int repeated = repeated(table.columns(), rows, at, kept);
            if (repeated < 0) {
                kept.add(at);
                continue;
            }
            notes.add("column %s says again what %s says: not compared"
                    .formatted(
                            table.columns().get(at).name(),
                            table.columns().get(repeated).name()));
        }
        kept.removeIf(at -> saysNames(table.columns(), rows, at, kept, notes));
        return apart(pick(table.columns(), kept), rows, kept, notes);
    }

    private static List<Column> pick(List<Column> columns, List<Integer> kept) {
        return kept.stream().map(columns::get).toList();
    }

    /** A column before it with the same values, or −1. */
    private static int repeated(List<Column> columns, List<Row> rows, int at, List<Integer> before) {
        for (int other : before) {
            if (columns.get(other).kind() != columns.get(at).kind()) continue;
            int both = 0;
            int same = 0;
            for (Row row : rows) {
                String left = Normal.of(row.values().get(at));
                String right = Normal.of(row.values().get(other));
                if (left.isEmpty() || right.isEmpty()) continue;
                both++;
                if (left.equals(right)) same++;
            }
            if (both >= ROWS_MIN && same >= AGAIN * both) return other;
        }
        return -1;
    }

    /** A whole name beside its parts. */
    private static boolean saysNames(
            List<Column> columns, List<Row> rows, int at, List<Integer> kept, List<String> notes) {
        if (columns.get(at).kind() != ColumnKind.NAME) return false;
        List<Integer> parts = kept.stream()
                .filter(it -> switch (columns.get(it).kind()) {
                    case FIRST_NAME, LAST_NAME -> true;
                    default -> false;
                })
                .toList();
        int both = 0;
        int again = 0;
        for (Row row : rows) {
            Set<String> words = new HashSet<>();
            for (int part : parts)
                words.addAll(List.of(Normal.of(row.values().get(part)).split(" ", -1)));
            words.remove("");
            String whole = Normal.of(row.values().get(at));
            if (words.isEmpty() || whole.isEmpty()) continue;
            both++;
            if (Set.of(whole.split(" ", -1)).containsAll(words)
                    || whole.replace(" ", "").length() < 2) again++;
        }
        boolean saysAgain = both >= ROWS_MIN && again >= AGAIN * both;
        if (saysAgain)
            notes.add("column %s says again the first and last names: not compared"
                    .formatted(columns.get(at).name()));
        return saysAgain;
    }

    private static Preparation apart(List<Column> columns, List<Row> rows, List<Integer> kept, List<String> notes) {
        List<Integer> whole = IntStream.range(0, columns.size())
                .filter(at -> columns.get(at).kind() == ColumnKind.NAME)
                .boxed()
                .toList();
        boolean hasParts = columns.stream()
                .anyMatch(it -> it.kind() == ColumnKind.FIRST_NAME || it.kind() == ColumnKind.LAST_NAME);
        // Two whole names that say different things stay as they are, as nobody knows which has the parts.
        boolean takesApart = whole.size() == 1 && !hasParts && columns.size() < Table.COLUMNS_MAX;
        List<Column> ready = new ArrayList<>();
        for (Column column : columns) {
            if (takesApart && column.kind() == ColumnKind.NAME) {
                ready.add(new Column(column.name() + ": first", ColumnKind.FIRST_NAME));
                ready.add(new Column(column.name() + ": last", ColumnKind.LAST_NAME));
            } else {
                ready.add(column);
            }
        }
        List<Row> compared = rows.stream()
                .map(row -> {
                    List<String> values = new ArrayList<>();
                    for (int i = 0; i < kept.size(); i++) {
                        String value = row.values().get(kept.get(i));
                        if (takesApart && columns.get(i).kind() == ColumnKind.NAME) {
                            PersonName name = PersonName.parse(value);
                            values.add(name.first());
                            values.add(name.last());
                        } else {
                            values.add(value);
                        }
                    }
                    return new Row(row.id(), values);
                })
                .toList();
        return new Preparation(new Table(ready, compared), notes);
    }
}
