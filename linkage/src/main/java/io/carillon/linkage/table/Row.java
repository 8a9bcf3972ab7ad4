package io.carillon.linkage.table;

import java.util.List;

/**
 * One record.
 *
 * @param id no other row of the table has it
 * @param values one for each column of the table, in their order; an empty text is a missing value
 */
public record Row(String id, List<String> values) {
    public Row {
        values = List.copyOf(values);
    }
}
