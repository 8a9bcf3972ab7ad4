package io.carillon.server.plan;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands under one name, added up. One thread. */
final class Values {
    private static final int TEXTS_MAX = 200;
    private static final int ENUM_MAX = 8;
    /** So often must an enumerated text have come, on average, to pass for one. */
    private static final int ENUM_REPEATS_MIN = 6;

    private static final int ENUM_LENGTH_MAX = 40;
    private static final Map<String, Pattern> FORMATS = new TreeMap<>(Map.of(
            "date", Pattern.compile("\\d{4}-\\d\\d-\\d\\d"),
            "date-time",
                    Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)"),
            "email", Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]+"),
            "uri", Pattern.compile("https?://[^\\s]+"),
            "uuid", Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")));

    private final KindGuess guess;
    private final SortedSet<String> types = new TreeSet<>();
    private final SortedSet<String> texts = new TreeSet<>();
    private final SortedSet<String> formats = new TreeSet<>(FORMATS.keySet());
    private Optional<Shape> inner = Optional.empty();
    private boolean areItems;
    private long count;
    private long textCount;
    private boolean isAnyNegative;

    Values(KindGuess guess) {
        this.guess = guess;
    }

    long count() {
        return count;
    }

    void add(Value value) {
        count++;
        switch (value) {
            case Value.Text(var text) -> {
                types.add("string");
                textCount++;
                formats.removeIf(format -> !matches(FORMATS.get(format), text));
                if (texts.size() < TEXTS_MAX) texts.add(text);
            }
            case Value.Num(var number) -> {
                types.add(number.stripTrailingZeros().scale() <= 0 ? "integer" : "number");
                isAnyNegative |= number.signum() < 0;
            }
            case Value.Flag _ -> types.add("boolean");
            case Value.Nothing _ -> types.add("null");
            case Value.Fields fields -> {
                types.add("object");
                shape().add(fields);
            }
            case Value.Items(var items) -> {
                types.add("array");
                areItems = true;
                for (Value item : items) if (item instanceof Value.Fields fields) shape().add(fields);
            }
        }
    }

    private static boolean matches(@Nullable Pattern pattern, String text) {
        return pattern != null && pattern.matcher(text).matches();
    }

    private Shape shape() {
        if (inner.isEmpty()) inner = Optional.of(new Shape(guess));
        return inner.get();
    }

    /** Of the objects that stand here, when nothing else does. */
    Optional<Shape> inner() {
        return types.size() == 1 ? inner : Optional.empty();
    }

    void writeNested(YamlText yaml, Shape shape) {
        if (!areItems) {
            shape.writeSchema(yaml);
            return;
        }
        yaml.field("type", Value.of("array"));
        yaml.open("items");
        shape.writeSchema(yaml);
        yaml.close();
    }

    Value.Fields schema() {
        var schema = new LinkedHashMap<String, Value>();
        schema.put("type", type());
        boolean isOnlyText = types.equals(new TreeSet<>(List.of("string")));
        if (isOnlyText && isEnumeration()) {
            schema.put("enum", Value.of(texts.stream().map(Value::of).toList()));
        } else if (isOnlyText && !formats.isEmpty()) {
            schema.put("format", Value.of(formats.first()));
        }
        boolean isNumber = types.contains("integer") || types.contains("number");
        if (isNumber && !isAnyNegative) schema.put("minimum", Value.of(0));
        return new Value.Fields(schema);
    }

    /** The same, where a whole number is by chance. */
    Value.Fields amountSchema() {
        if (types.remove("integer")) types.add("number");
        return schema();
    }

    private boolean isEnumeration() {
        return !texts.isEmpty()
                && texts.size() <= ENUM_MAX
                && textCount >= (long) ENUM_REPEATS_MIN * texts.size()
                && texts.stream().allMatch(text -> text.length() <= ENUM_LENGTH_MAX);
    }

    private Value type() {
        var words = new ArrayList<>(types);
        if (words.contains("number")) words.remove("integer");
        return words.size() == 1
                ? Value.of(words.getFirst())
                : Value.of(words.stream().map(Value::of).toList());
    }

    Optional<String> kind(String name) {
        return texts.isEmpty() ? Optional.empty() : guess.of(name, texts);
    }
}
