package io.carillon.core.audit;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.event.Lineage;
import io.carillon.core.event.Lineages;
import io.carillon.core.value.Value;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was seen of one field, and of those within it: an object's by their names, a list's items under {@link #ITEM}. Not
 * thread-safe, and never changed once it was handed over.
 */
public final class FieldStats {
    public static final String ITEM = "*";

    static final int DEPTH_MAX = 5;
    private static final int FIELDS_MAX = 300;
    private static final int ITEMS_SEEN = 20;
    private static final int NAME_LENGTH_MAX = 100;

    /** Texts that programs write where there is nothing. */
    private static final Set<String> NOTHINGS =
            Set.of("null", "undefined", "nan", "none", "nil", "n/a", "[object object]", "(null)", "-");

    private static final int NOTHING_LENGTH_MAX = 15;

    private long present;
    private long empty;
    private long changed;
    private long damaged;
    private final EnumMap<Shape, Noted> shapes = new EnumMap<>(Shape.class);
    private SortedMap<String, Noted> invalid = Collections.emptySortedMap();
    private String damagedExample = "";
    private DistinctSample distinct = new DistinctSample();
    private TopValues top = new TopValues();
    private Magnitudes magnitudes = new Magnitudes();
    private SortedMap<String, FieldStats> within = Collections.emptySortedMap();

    /** @param pointer of the value in its event; only looked at when there are lineages */
    void add(Value value, Lineages lineages, String pointer, int depth, Room room) {
        present++;
        if (!lineages.isEmpty()) {
            Lineage lineage = lineages.byPath().get(pointer);
            if (lineage != null) note(lineage, value);
        }
        switch (value) {
            case Value.Nothing _ -> empty++;
            case Value.Text(var text) -> add(text, value);
            case Value.Num(var number) -> {
                single(value);
                magnitudes.add(number.doubleValue());
            }
            case Value.Flag _ -> single(value);
            case Value.Items(var items) -> {
                shape(value);
                if (items.isEmpty()) empty++;
                if (depth >= DEPTH_MAX) return;
                for (int i = 0; i < Math.min(items.size(), ITEMS_SEEN); i++) {
                    String inner = lineages.isEmpty() ? "" : pointer + "/" + i;
                    inner(ITEM, room).add(items.get(i), lineages, inner, depth + 1, room);
                }
            }
            case Value.Fields(var fields) -> {
                shape(value);
                if (fields.isEmpty()) empty++;
                if (depth < DEPTH_MAX) addAll(fields, lineages, pointer, depth, room);
            }
        }
    }

    private void addAll(Map<String, Value> fields, Lineages lineages, String pointer, int depth, Room room) {
        for (Map.Entry<String, Value> field : fields.entrySet()) {
            String inner = lineages.isEmpty() ? "" : Lineages.inner(pointer, field.getKey());
            inner(field.getKey(), room).add(field.getValue(), lineages, inner, depth + 1, room);
        }
    }

    private void add(String text, Value value) {
        if (isNothing(text)) {
            empty++;
            return;
        }
        single(value);
        if (Damage.isIn(text)) {
            if (damaged++ == 0) damagedExample = Masked.text(text);
        }
    }

    private static boolean isNothing(String text) {
        if (text.length() > NOTHING_LENGTH_MAX) return false;
        String said = text.strip();
        return said.isEmpty() || NOTHINGS.contains(said.toLowerCase(Locale.ROOT));
    }

    private void single(Value value) {
        shape(value);
        long hash = Hashes.of(value);
        distinct.add(hash, 1);
        top.add(hash, value);
    }

    private void shape(Value value) {
        Shape shape = Shape.of(value);
        Noted known = shapes.get(shape);
        shapes.put(
                shape,
                known == null ? new Noted(1, Masked.shown(value)) : new Noted(known.count() + 1, known.example()));
    }

    private void note(Lineage lineage, Value value) {
        if (!lineage.changes().isEmpty()) changed++;
        if (lineage.reason().isEmpty()) return;
        if (invalid.isEmpty()) invalid = new TreeMap<>();
        Noted.add(invalid, lineage.kind() + ": " + lineage.reason().get(), new Noted(1, Masked.shown(value)));
    }

    /** One within; what there is no more room for counts together. */
    private FieldStats inner(String name, Room room) {
        FieldStats known = within.get(name);
        if (known != null) return known;
        if (within.isEmpty()) within = new TreeMap<>();
        boolean fits = name.length() <= NAME_LENGTH_MAX && within.size() < FIELDS_MAX && room.take();
        return within.computeIfAbsent(fits ? name : Noted.OTHERS, _ -> new FieldStats());
    }

    void addAll(FieldStats other, Room room) {
        present += other.present;
        empty += other.empty;
        changed += other.changed;
        damaged += other.damaged;
        if (damagedExample.isEmpty()) damagedExample = other.damagedExample;
        other.shapes.forEach((shape, noted) ->
                shapes.merge(shape, noted, (old, more) -> new Noted(old.count() + more.count(), old.example())));
        if (!other.invalid.isEmpty()) {
            if (invalid.isEmpty()) invalid = new TreeMap<>();
            Noted.addAll(invalid, other.invalid);
        }
        distinct.addAll(other.distinct);
        top.addAll(other.top);
        magnitudes.addAll(other.magnitudes);
        other.within.forEach((name, stats) -> inner(name, room).addAll(stats, room));
    }

    /** How often it was there, also with nothing in it. */
    public long present() {
        return present;
    }

    /** How often it was there with nothing in it: null, blank, an empty list, or a word such as "undefined". */
    public long empty() {
        return empty;
    }

    public long filled() {
        return present - empty;
    }

    /** How often rules made another value of it. */
    public long changed() {
        return changed;
    }

    /** How often it was no valid value of its kind, or could be read in two ways: by kind and reason. */
    public SortedMap<String, Noted> invalid() {
        return Collections.unmodifiableSortedMap(invalid);
    }

    public long invalidCount() {
        long sum = 0;
        for (Noted noted : invalid.values()) sum += noted.count();
        return sum;
    }

    /** How many texts were read in the wrong encoding, with one of them. */
    public Noted damaged() {
        return new Noted(damaged, damagedExample);
    }

    public Map<Shape, Noted> shapes() {
        return Collections.unmodifiableMap(shapes);
    }

    public DistinctSample distinct() {
        return distinct;
    }

    public TopValues top() {
        return top;
    }

    public Magnitudes magnitudes() {
        return magnitudes;
    }

    public SortedMap<String, FieldStats> within() {
        return Collections.unmodifiableSortedMap(within);
    }

    /** How many fields have statistics in here. */
    int size() {
        int size = 1;
        for (FieldStats stats : within.values()) size += stats.size();
        return size;
    }

    void write(ByteWriter out) {
        out.count(present);
        out.count(empty);
        out.count(changed);
        out.count(damaged);
        out.text(damagedExample);
        out.map(shapes, (shape, to) -> to.constant(shape), (noted, to) -> {
            to.count(noted.count());
            to.text(noted.example());
        });
        Noted.writeAll(invalid, out);
        distinct.write(out);
        top.write(out);
        magnitudes.write(out);
        out.map(within, (name, to) -> to.text(name), FieldStats::write);
    }

    static FieldStats read(ByteReader in) {
        var stats = new FieldStats();
        stats.present = in.count();
        stats.empty = in.count();
        stats.changed = in.count();
        stats.damaged = in.count();
        stats.damagedExample = in.text();
        stats.shapes.putAll(in.map(from -> from.constant(Shape.class), from -> new Noted(from.count(), from.text())));
        stats.invalid = Noted.readAll(in);
        stats.distinct = DistinctSample.read(in);
        stats.top = TopValues.read(in);
        stats.magnitudes = Magnitudes.read(in);
        stats.within = new TreeMap<>(in.sortedMap(ByteReader::text, FieldStats::read));
        return stats;
    }
}
