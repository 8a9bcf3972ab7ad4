package io.carillon.core.schema;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The keywords of one schema, each to a rule. */
final class Keywords {
    private final SchemaReader reader;
    private final String pointer;
    private final Value.Fields schema;
    private final Schema into;

    Keywords(SchemaReader reader, String pointer, Value.Fields schema, Schema into) {
        this.reader = reader;
        this.pointer = pointer;
        this.schema = schema;
        this.into = into;
    }

    void read(String name) {
        switch (name) {
            case "type" -> type();
            case "const" -> into.add(AnyRules.constant(value(name)));
            case "enum" -> items(name, 0).ifPresent(allowed -> into.add(AnyRules.oneOf(allowed)));
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" ->
                number(name).ifPresent(bound -> into.add(NumberRules.bound(name, bound)));
            case "multipleOf" ->
                number(name)
                        .filter(step -> step.signum() > 0 || wrong(name, "is above 0"))
                        .ifPresent(step -> into.add(NumberRules.multipleOf(step)));
            case "minLength" -> size(name, min -> into.add(TextRules.minLength(min)));
            case "maxLength" -> size(name, max -> into.add(TextRules.maxLength(max)));
            case "pattern" -> pattern(name).ifPresent(pattern -> into.add(TextRules.pattern(pattern)));
            case "format" ->
                text(name)
                        .flatMap(Formats::of)
                        .ifPresent(
                                format -> into.add(TextRules.format(text(name).orElse(""), format)));
            case "minItems" -> size(name, min -> into.add(ItemRules.minItems(min)));
            case "maxItems" -> size(name, max -> into.add(ItemRules.maxItems(max)));
            case "uniqueItems" -> flag(name).filter(it -> it).ifPresent(_ -> into.add(ItemRules.unique()));
            case "prefixItems" -> into.add(ItemRules.prefix(schemas(name)));
            case "items" -> into.add(ItemRules.rest(count("prefixItems"), schema(name)));
            case "contains" -> contains();
            case "minContains", "maxContains" -> size(name, _ -> {}); // read with contains
            case "required" -> names(name, value(name)).ifPresent(names -> into.add(FieldRules.required(names)));
            case "minProperties" -> size(name, min -> into.add(FieldRules.minSize(min)));
            case "maxProperties" -> size(name, max -> into.add(FieldRules.maxSize(max)));
            case "properties" -> into.add(FieldRules.properties(byName(name)));
            case "patternProperties" -> into.add(FieldRules.patterns(byPattern()));
            case "additionalProperties" ->
                into.add(FieldRules.additional(known("properties"), byPattern().keySet(), schema(name)));
            case "propertyNames" -> into.add(FieldRules.names(schema(name)));
            case "dependentRequired" -> dependentRequired(name);
            case "dependentSchemas" -> into.add(FieldRules.dependent(byName(name)));
            case "allOf" -> into.add(AnyRules.all(schemas(name)));
            case "anyOf" -> into.add(AnyRules.any(schemas(name)));
            case "oneOf" -> into.add(AnyRules.one(schemas(name)));
            case "not" -> into.add(AnyRules.not(schema(name)));
            case "if" -> into.add(AnyRules.when(schema(name), optional("then"), optional("else")));
            case "then", "else" -> schema(name); // means something with if only
            case "$ref" ->
                text(name)
                        .flatMap(reference -> reader.refer(reference, at(name)))
                        .ifPresent(target -> into.add(target::check));
            case "$defs", "definitions" -> byName(name);
            default -> reader.wrong(at(name), "is not a keyword of JSON Schema 2020-12 that Carillon knows");
        }
    }

    private void type() {
        List<Value> said = value("type") instanceof Value.Items(var items) ? items : List.of(value("type"));
        var types = new ArrayList<String>();
        for (Value type : said) {
            if (type instanceof Value.Text(var word) && Types.WORDS.contains(word)) types.add(word);
            else wrong("type", "is one of " + String.join(", ", Types.WORDS));
        }
        into.add(AnyRules.type(types));
    }

    private void contains() {
        int min = schema.get("minContains").isPresent() ? wholeOf("minContains") : 1;
        int max = schema.get("maxContains").isPresent() ? wholeOf("maxContains") : Integer.MAX_VALUE;
        into.add(ItemRules.contains(schema("contains"), min, max));
    }

    private void dependentRequired(String name) {
        var byName = new LinkedHashMap<String, List<String>>();
        for (Map.Entry<String, Value> entry : fields(name).fields().entrySet()) {
            names(name, entry.getValue()).ifPresent(names -> byName.put(entry.getKey(), names));
        }
        into.add(FieldRules.dependentRequired(byName));
    }

    private String at(String name) {
        return Pointers.inner(pointer, name);
    }

    private Value value(String name) {
        return schema.get(name).orElse(Value.Nothing.NOTHING);
    }

    /** Always false, after it said so. */
    private boolean wrong(String name, String expected) {
        reader.wrong(at(name), "%s %s".formatted(name, expected));
        return false;
    }

    private Schema schema(String name) {
        return reader.at(at(name), value(name));
    }

    private Optional<Schema> optional(String name) {
        return schema.get(name).map(value -> reader.at(at(name), value));
    }

    private List<Schema> schemas(String name) {
        List<Value> items = items(name, 1).orElse(List.of());
        var schemas = new ArrayList<Schema>();
        for (int i = 0; i < items.size(); i++) {
            schemas.add(reader.at(Pointers.inner(at(name), Integer.toString(i)), items.get(i)));
        }
        return schemas;
    }

    private Map<String, Schema> byName(String name) {
        var schemas = new LinkedHashMap<String, Schema>();
        fields(name)
                .fields()
                .forEach((key, value) -> schemas.put(key, reader.at(Pointers.inner(at(name), key), value)));
        return schemas;
    }

    private Map<Pattern, Schema> byPattern() {
        var schemas = new LinkedHashMap<Pattern, Schema>();
        if (schema.get("patternProperties").isEmpty()) return schemas;
        byName("patternProperties")
                .forEach((text, of) ->
                        compiled("patternProperties", text).ifPresent(pattern -> schemas.put(pattern, of)));
        return schemas;
    }

    private List<String> known(String name) {
        return List.copyOf(schema.fields(name).fields().keySet());
    }

    private int count(String name) {
        return value(name) instanceof Value.Items(var items) ? items.size() : 0;
    }

    private Value.Fields fields(String name) {
        if (value(name) instanceof Value.Fields fields) return fields;
        wrong(name, "has keys of its own");
        return Value.Fields.NONE;
    }

    private Optional<List<Value>> items(String name, int min) {
        if (value(name) instanceof Value.Items(var items) && items.size() >= min) return Optional.of(items);
        wrong(name, min > 0 ? "is a list with at least one item" : "is a list");
        return Optional.empty();
    }

    private Optional<List<String>> names(String name, Value value) {
        if (value instanceof Value.Items(var items) && items.stream().allMatch(Value.Text.class::isInstance)) {
            return Optional.of(
                    items.stream().map(item -> ((Value.Text) item).text()).toList());
        }
        wrong(name, "is a list of names");
        return Optional.empty();
    }

    private Optional<BigDecimal> number(String name) {
        if (value(name) instanceof Value.Num(var number)) return Optional.of(number);
        wrong(name, "is a number");
        return Optional.empty();
    }

    private int wholeOf(String name) {
        boolean isWhole = value(name) instanceof Value.Num(var number)
                && Types.isWhole(number)
                && number.signum() >= 0
                && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
        if (isWhole) return ((Value.Num) value(name)).number().intValue();
        wrong(name, "is a whole number, 0 or more");
        return 0;
    }

    private void size(String name, Consumer<Integer> rule) {
        rule.accept(wholeOf(name));
    }

    private Optional<String> text(String name) {
        Optional<String> text = schema.text(name);
        if (text.isEmpty()) wrong(name, "is a text");
        return text;
    }

    private Optional<Boolean> flag(String name) {
        if (value(name) instanceof Value.Flag(var flag)) return Optional.of(flag);
        wrong(name, "is true or false");
        return Optional.empty();
    }

    private Optional<Pattern> pattern(String name) {
        return text(name).flatMap(text -> compiled(name, text));
    }

    private Optional<Pattern> compiled(String name, String text) {
        try {
            return Optional.of(Pattern.compile(text));
        } catch (PatternSyntaxException e) {
            wrong(name, "is not a regular expression (RE2 syntax): " + e.getDescription());
            return Optional.empty();
        }
    }
}
