package io.carillon.connectors.mapping;

import io.carillon.core.content.liquid.RenderSettings;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A record while it is mapped, with what is found out about it. Inside a list the item comes first, then the record around
 * it.
 */
final class Frame {
    /** A mapping gives the same today and tomorrow: for a template it is always the same instant. */
    static final RenderSettings SETTINGS = RenderSettings.text(Instant.EPOCH, ZoneOffset.UTC);

    private static final Pattern INDEXED = Pattern.compile("(.{1,200})\\.([0-9]{1,4})(?:\\.(.+))?");
    private static final int NOTES_MAX = 100;

    private final Value.Fields record;
    private final Optional<Value> item;
    private final List<Flaw> flaws;
    private final List<Change> changes;

    Frame(Value.Fields record, List<Flaw> flaws, List<Change> changes) {
        this(record, Optional.empty(), flaws, changes);
    }

    private Frame(Value.Fields record, Optional<Value> item, List<Flaw> flaws, List<Change> changes) {
        this.record = record;
        this.item = item;
        this.flaws = flaws;
        this.changes = changes;
    }

    Frame inside(Value inner) {
        return new Frame(fields(), Optional.of(inner), flaws, changes);
    }

    void flaw(Flaw flaw) {
        if (flaws.size() < NOTES_MAX || flaw.fatal()) flaws.add(flaw);
    }

    /** What is wrong with a column costs the row; if nothing has been said of it yet, this is. */
    void reject(String column, String reason) {
        for (int i = flaws.size() - 1; i >= 0; i--) {
            Flaw flaw = flaws.get(i);
            if (!flaw.column().equals(column)) continue;
            flaws.set(i, new Flaw(column, flaw.value(), flaw.reason(), true));
            return;
        }
        flaws.add(new Flaw(column, at(column).map(Json::write).orElse(""), reason, true));
    }

    void change(Change change) {
        if (changes.size() < NOTES_MAX) changes.add(change);
    }

    /** What stands at a path; blanks and null are nothing. {@code .} is the item itself. */
    Optional<Value> at(String path) {
        if (path.equals(".")) return item.or(() -> Optional.of(record)).filter(Frame::isSomething);
        Optional<Value> found = item.flatMap(inner -> in(inner, path)).or(() -> in(record, path));
        return found.filter(Frame::isSomething);
    }

    private static Optional<Value> in(Value value, String path) {
        if (!(value instanceof Value.Fields fields)) return Optional.empty();
        Optional<Value> found = fields.at(path);
        if (found.isPresent() || path.indexOf('.') < 0) return found;
        var indexed = INDEXED.matcher(path);
        if (!indexed.matches() || !(fields.at(indexed.group(1)).orElse(value) instanceof Value.Items(var items))) {
            return Optional.empty();
        }
        int index = Integer.parseInt(indexed.group(2));
        if (index >= items.size()) return Optional.empty();
        String rest = indexed.group(3);
        return rest == null ? Optional.of(items.get(index)) : in(items.get(index), rest);
    }

    private static boolean isSomething(Value value) {
        return switch (value) {
            case Value.Nothing _ -> false;
            case Value.Text(var text) -> !text.isBlank();
            default -> true;
        };
    }

    /** The items of a list; what stands alone where a list was expected is a list of one. */
    List<Value> items(String path) {
        return at(path).map(found -> found instanceof Value.Items(var items) ? items : List.of(found))
                .orElse(List.of());
    }

    /** All of the record, and over it the item's own fields. */
    Value.Fields fields() {
        if (item.isEmpty() || !(item.get() instanceof Value.Fields inner)) return record;
        var all = new java.util.LinkedHashMap<>(record.fields());
        all.putAll(inner.fields());
        return new Value.Fields(all);
    }

    /** The fields of the innermost record that has any. */
    Value.Fields own() {
        return item.isPresent() && item.get() instanceof Value.Fields inner ? inner : record;
    }

    /** {@code row} is the record, whatever its columns are called; {@code item} the item. */
    Value.Fields forTemplates() {
        Value.Fields data = fields().with("row", record);
        return item.isEmpty() ? data : data.with("item", item.get());
    }
}
