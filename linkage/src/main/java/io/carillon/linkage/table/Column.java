package io.carillon.linkage.table;

/** A column that is compared. */
public record Column(String name, ColumnKind kind) {
    public Column {
        if (!kind.isCompared())
            throw new IllegalArgumentException("column " + name + " is not compared: " + kind.word());
    }
}
