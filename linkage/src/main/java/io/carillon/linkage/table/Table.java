package io.carillon.linkage.table;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Records of one shape. The order of the rows means nothing. */
public record Table(List<Column> columns, List<Row> rows) {
    /** A pattern of likenesses has room for so many, and for two swaps. */
    public static final int COLUMNS_MAX = 15;
    /** The number of a row fits into 24 bits. */
    public static final int ROWS_MAX = 10_000_000;

    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if there are too many columns or rows, a row has not one value for each column, or two
     *     rows have one id
     */
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (columns.size() > COLUMNS_MAX) {
            throw new IllegalArgumentException(
                    "%d columns to compare; expected at most %d".formatted(columns.size(), COLUMNS_MAX));
        }
        if (rows.size() > ROWS_MAX) {
            throw new IllegalArgumentException("%d rows; expected at most %d".formatted(rows.size(), ROWS_MAX));
        }
        Set<String> ids = new HashSet<>();
        for (Row row : rows) {
            if (row.values().size() != columns.size()) {
                throw new IllegalArgumentException("row %s has %d values; expected %d"
                        .formatted(row.id(), row.values().size(), columns.size()));
            }
            if (!ids.add(row.id())) throw new IllegalArgumentException("two rows have the id " + row.id());
        }
    }
}
