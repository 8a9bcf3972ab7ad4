package io.carillon.core.content.liquid;

import java.util.Optional;

/** Where a loop is. Belongs to one rendering. */
final class Loop {
    private final String name;
    private final long length;
    private final Optional<Loop> parent;
    private final long columns;
    private long index;

    private Loop(String name, long length, Optional<Loop> parent, long columns) {
        this.name = name;
        this.length = length;
        this.parent = parent;
        this.columns = columns;
    }

    static Loop over(String name, long length, Optional<Loop> parent) {
        return new Loop(name, length, parent, 0);
    }

    static Loop table(long length, long columns) {
        return new Loop("", length, Optional.empty(), Math.max(1, columns));
    }

    void moveTo(long position) {
        index = position;
    }

    long column() {
        return index % columns + 1;
    }

    long row() {
        return index / columns + 1;
    }

    boolean endsRow() {
        return column() == columns;
    }

    boolean isLast() {
        return index == length - 1;
    }

    Val get(String property) {
        return switch (property) {
            case "length" -> Val.of(length);
            case "index" -> Val.of(index + 1);
            case "index0" -> Val.of(index);
            case "rindex" -> Val.of(length - index);
            case "rindex0" -> Val.of(length - index - 1);
            case "first" -> Val.of(index == 0);
            case "last" -> Val.of(isLast());
            default -> columns > 0 ? tableProperty(property) : forProperty(property);
        };
    }

    private Val tableProperty(String property) {
        return switch (property) {
            case "col" -> Val.of(column());
            case "col0" -> Val.of(column() - 1);
            case "col_first" -> Val.of(column() == 1);
            case "col_last" -> Val.of(endsRow());
            case "row" -> Val.of(row());
            default -> Val.Special.ABSENT;
        };
    }

    private Val forProperty(String property) {
        return switch (property) {
            case "name" -> Val.of(name);
            case "parentloop" -> parent.<Val>map(Val.Looping::new).orElse(Val.Special.NIL);
            default -> Val.Special.ABSENT;
        };
    }
}
