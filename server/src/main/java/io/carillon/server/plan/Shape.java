package io.carillon.server.plan;

import io.carillon.cleanse.Kind;
import io.carillon.core.value.Value;
import io.carillon.server.cleansing.FieldRule;
import io.carillon.server.cleansing.FieldRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What objects of one kind have in common: their names, and what stands under each. One thread. */
final class Shape {
    private static final int NAMES_MAX = 300;
    /** A name that fewer objects have than this share is not required. */
    private static final double REQUIRED_SHARE = 0.999;

    private static final int REQUIRED_COUNT_MIN = 5;

    private final KindGuess guess;
    private final Map<String, Values> byName = new TreeMap<>();
    private long count;

    Shape(KindGuess guess) {
        this.guess = guess;
    }

    long count() {
        return count;
    }

    void add(Value.Fields fields) {
        count++;
        fields.fields().forEach((name, value) -> {
            Values known = byName.get(name);
            if (known == null && byName.size() < NAMES_MAX) {
                known = new Values(guess);
                byName.put(name, known);
            }
            if (known != null) known.add(value);
        });
    }

    /** As JSON Schema's keywords. */
    void writeSchema(YamlText yaml) {
        yaml.field("type", Value.of("object"));
        List<Value> required = new ArrayList<>();
        byName.forEach((name, values) -> {
            if (count >= REQUIRED_COUNT_MIN && values.count() >= count * REQUIRED_SHARE) required.add(Value.of(name));
        });
        if (!required.isEmpty()) yaml.field("required", Value.of(required));
        if (byName.isEmpty()) return;
        yaml.open("properties");
        byName.forEach((name, values) -> {
            boolean isSeldom = values.count() * 2 < count;
            Optional<Shape> inner = values.inner();
            if (inner.isPresent()) {
                yaml.open(name);
                values.writeNested(yaml, inner.get());
                yaml.close();
            } else {
                Value.Fields schema = isAmount(name) ? values.amountSchema() : values.schema();
                if (isSeldom)
                    schema = schema.with("$comment", Value.of("in %d of %d".formatted(values.count(), count)));
                yaml.field(name, schema);
            }
        });
        yaml.close();
    }

    /** Its next value may have cents, though none that was seen has. */
    private static boolean isAmount(String name) {
        return FieldRules.STANDARD.properties().get(name) instanceof FieldRule.OfKind field
                && field.kind() == Kind.MONEY;
    }

    /** The kinds of values, by name, where the cleansers are sure. */
    Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        byName.forEach((name, values) -> values.kind(name).ifPresent(kind -> kinds.put(name, kind)));
        return kinds;
    }
}
