package io.carillon.server.quarantine;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.Kind;
import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.server.cleansing.AvailableCleansers;
import io.carillon.server.json.JsonReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is done to a call so that it can be used, in this order. Paths are dotted.
 *
 * @param parse fields that hold JSON as a text
 * @param rename from where to where
 * @param convert brought into the form of a kind, where that is possible
 * @param defaults what stands where nothing does
 * @param set what stands there whatever was there
 * @param remove what goes
 */
public record Repair(
        List<String> parse,
        Map<String, String> rename,
        Map<String, Kind> convert,
        Map<String, Value> defaults,
        Map<String, Value> set,
        List<String> remove) {
    public static final Repair NOTHING = new Repair(List.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of());
    static final int OPERATIONS_MAX = 200;

    private static final List<String> WORDS = List.of("parse", "rename", "convert", "default", "set", "remove");

    public Repair {
        parse = List.copyOf(parse);
        rename = new LinkedHashMap<>(rename);
        convert = new LinkedHashMap<>(convert);
        defaults = new LinkedHashMap<>(defaults);
        set = new LinkedHashMap<>(set);
        remove = List.copyOf(remove);
    }

    /** A repair, or what is wrong with it. */
    public sealed interface Reading {
        record Read(Repair repair) implements Reading {}

        record Bad(String message) implements Reading {}
    }

    static Repair renaming(String from, String to) {
        return new Repair(List.of(), Map.of(from, to), Map.of(), Map.of(), Map.of(), List.of());
    }

    static Repair setting(String path, Value value) {
        return new Repair(List.of(), Map.of(), Map.of(), Map.of(), Map.of(path, value), List.of());
    }

    static Repair parsing(String path) {
        return new Repair(List.of(path), Map.of(), Map.of(), Map.of(), Map.of(), List.of());
    }

    static Repair converting(String path, Kind kind) {
        return new Repair(List.of(), Map.of(), Map.of(path, kind), Map.of(), Map.of(), List.of());
    }

    boolean isNothing() {
        return equals(NOTHING);
    }

    /** Both; where they differ, the other. */
    Repair and(Repair other) {
        return new Repair(
                joined(parse, other.parse),
                joined(rename, other.rename),
                joined(convert, other.convert),
                joined(defaults, other.defaults),
                joined(set, other.set),
                joined(remove, other.remove));
    }

    Value.Fields apply(Value.Fields call) {
        Value.Fields repaired = call;
        for (String path : parse) {
            if (Paths.get(repaired, path).orElse(Value.Nothing.NOTHING) instanceof Value.Text(var text)
                    && JsonReader.read(Bytes.utf8(text)) instanceof JsonReader.Parsed.Tree tree) {
                repaired = Paths.with(repaired, path, tree.root());
            }
        }
        for (var move : rename.entrySet()) {
            Optional<Value> moved = Paths.get(repaired, move.getKey());
            if (moved.isEmpty()) continue;
            repaired = Paths.with(Paths.without(repaired, move.getKey()), move.getValue(), moved.get());
        }
        for (var conversion : convert.entrySet()) {
            Optional<Value> converted =
                    Paths.get(repaired, conversion.getKey()).flatMap(value -> converted(value, conversion.getValue()));
            if (converted.isPresent()) repaired = Paths.with(repaired, conversion.getKey(), converted.get());
        }
        for (var value : defaults.entrySet()) {
            boolean isThere = Paths.get(repaired, value.getKey())
                    .filter(known -> known != Value.Nothing.NOTHING && !known.equals(Value.of("")))
                    .isPresent();
            if (!isThere) repaired = Paths.with(repaired, value.getKey(), value.getValue());
        }
        for (var value : set.entrySet()) repaired = Paths.with(repaired, value.getKey(), value.getValue());
        for (String path : remove) repaired = Paths.without(repaired, path);
        return repaired;
    }

    /** The one value that a field of this kind holds; empty when there is none. */
    private static Optional<Value> converted(Value value, Kind kind) {
        String text = switch (value) {
            case Value.Text(var it) -> it;
            case Value.Num _, Value.Flag _ -> Json.write(value);
            case Value.Nothing _, Value.Items _, Value.Fields _ -> "";
        };
        Cleansed cleansed = AvailableCleansers.of(kind).cleanse(text, Hints.NONE);
        if (!cleansed.isValid()) return Optional.empty();
        return switch (cleansed.value()) {
            case Value.Fields fields ->
                switch (kind) {
                    case MONEY -> fields.get("amount").filter(amount -> amount != Value.Nothing.NOTHING);
                    case DATE ->
                        fields.get("iso").filter(_ -> fields.get("ambiguous").equals(Optional.of(Value.of(false))));
                    case EMAIL -> fields.get("address");
                    case PHONE -> fields.get("e164");
                    case NAME -> fields.get("full");
                    default -> Optional.of(fields);
                };
            case Value.Nothing _ -> Optional.empty();
            case Value simple -> Optional.of(simple);
        };
    }

    public Value.Fields toValue() {
        var fields = new LinkedHashMap<String, Value>();
        if (!parse.isEmpty()) fields.put("parse", texts(parse));
        if (!rename.isEmpty()) fields.put("rename", Value.of(texts(rename)));
        if (!convert.isEmpty()) {
            var kinds = new LinkedHashMap<String, String>();
            convert.forEach((path, kind) -> kinds.put(path, kind.word()));
            fields.put("convert", Value.of(texts(kinds)));
        }
        if (!defaults.isEmpty()) fields.put("default", new Value.Fields(defaults));
        if (!set.isEmpty()) fields.put("set", new Value.Fields(set));
        if (!remove.isEmpty()) fields.put("remove", texts(remove));
        return new Value.Fields(fields);
    }

    public static Reading read(Value.Fields from) {
        var problems = new ArrayList<String>();
        for (String word : from.fields().keySet()) {
            if (!WORDS.contains(word)) problems.add("\"%s\" is not known; known are %s".formatted(word, WORDS));
        }
        var convert = new LinkedHashMap<String, Kind>();
        textsOf(from, "convert", problems)
                .forEach((path, word) -> Kind.ofWord(word)
                        .ifPresentOrElse(
                                kind -> convert.put(path, kind),
                                () -> problems.add("convert.%s: \"%s\" is no kind of value".formatted(path, word))));
        var repair = new Repair(
                listOf(from, "parse", problems),
                textsOf(from, "rename", problems),
                convert,
                fieldsOf(from, "default", problems),
                fieldsOf(from, "set", problems),
                listOf(from, "remove", problems));
        int operations = repair.parse.size()
                + repair.rename.size()
                + repair.convert.size()
                + repair.defaults.size()
                + repair.set.size()
                + repair.remove.size();
        if (operations > OPERATIONS_MAX) problems.add("a repair has at most %d operations".formatted(OPERATIONS_MAX));
        return problems.isEmpty() ? new Reading.Read(repair) : new Reading.Bad(String.join("; ", problems));
    }

    private static Map<String, Value> fieldsOf(Value.Fields from, String word, List<String> problems) {
        return switch (from.get(word).orElse(Value.Fields.NONE)) {
            case Value.Fields(var fields) -> fields;
            case Value _ -> {
                problems.add(word + " must be an object of paths and values");
                yield Map.of();
            }
        };
    }

    private static Map<String, String> textsOf(Value.Fields from, String word, List<String> problems) {
        var texts = new LinkedHashMap<String, String>();
        fieldsOf(from, word, problems).forEach((path, value) -> {
            if (value instanceof Value.Text(var text)) {
                texts.put(path, text);
            } else {
                problems.add("%s.%s must be a text".formatted(word, path));
            }
        });
        return texts;
    }

    private static List<String> listOf(Value.Fields from, String word, List<String> problems) {
        var texts = new ArrayList<String>();
        if (from.get(word).orElse(new Value.Items(List.of())) instanceof Value.Items(var items)) {
            for (Value item : items) {
                if (item instanceof Value.Text(var text)) {
                    texts.add(text);
                } else {
                    problems.add(word + " must be a list of paths");
                }
            }
        } else {
            problems.add(word + " must be a list of paths");
        }
        return texts;
    }

    private static Value.Items texts(List<String> texts) {
        return Value.of(texts.stream().map(Value::of).toList());
    }

    private static Map<String, Value> texts(Map<String, String> texts) {
        var values = new LinkedHashMap<String, Value>();
        texts.forEach((key, text) -> values.put(key, Value.of(text)));
        return values;
    }

    private static List<String> joined(List<String> one, List<String> other) {
        var both = new ArrayList<>(one);
        for (String path : other) if (!both.contains(path)) both.add(path);
        return both;
    }

    private static <V> Map<String, V> joined(Map<String, V> one, Map<String, V> other) {
        var both = new LinkedHashMap<>(one);
        both.putAll(other);
        return both;
    }
}
