package io.carillon.core.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SchemaTest {
    private static final SchemaRegistry ORACLE = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final int SCHEMAS = 4_000;
    private static final int VALUES_EACH = 10;
    private static final List<String> NAMES = List.of("a", "b", "ab", "c/d~e");

    @Test
    void whatAnotherValidatorAcceptsIsAcceptedAndNothingElse() {
        int refused = 0;
        for (int seed = 0; seed < SCHEMAS; seed++) {
            var random = new Random(seed);
            Value schema = schema(random, 3);
            Schema ours = read(schema);
            com.networknt.schema.Schema theirs = ORACLE.getSchema(schema.toString(), InputFormat.JSON);
            for (int i = 0; i < VALUES_EACH; i++) {
                Value value = value(random, 3);

                boolean accepted = ours.violations(value).isEmpty();

                boolean expected =
                        theirs.validate(value.toString(), InputFormat.JSON).isEmpty();
                assertThat(accepted)
                        .as("seed %d: %s by %s", seed, value, schema)
                        .isEqualTo(expected);
                if (!accepted) refused++;
            }
        }
        assertThat(refused).isBetween(SCHEMAS, SCHEMAS * VALUES_EACH - SCHEMAS);
    }

    @Test
    void everyViolationHasItsPlaceAndQuotesNoText() {
        Schema schema = read(fields(
                "type", Value.of("object"),
                "required", texts("total", "currency"),
                "properties",
                        fields(
                                "total", fields("type", Value.of("number"), "minimum", Value.of(0)),
                                "products", fields("items", fields("required", texts("sku"))))));

        List<Violation> violations = schema.violations(fields(
                "total",
                Value.of("jane@x.org"),
                "products",
                Value.of(List.of(fields(), fields("sku", Value.of("s"))))));

        assertThat(violations)
                .extracting(Violation::toString)
                .containsExactlyInAnyOrder(
                        "/ has no \"currency\"", "/total is string; expected number", "/products/0 has no \"sku\"");
    }

    @Test
    void whatIsWrongWithASchemaIsSaidWhereItStands() {
        SchemaReader.Outcome outcome = SchemaReader.read(fields(
                "type", Value.of("text"),
                "properties",
                        fields(
                                "a", fields("requird", texts("b")),
                                "b", fields("pattern", Value.of("(?=x)")),
                                "c", fields("$ref", Value.of("#/$defs/none")),
                                "d", fields("minimum", Value.of("1")))));

        assertThat(((SchemaReader.Outcome.Wrong) outcome).complaints())
                .extracting(SchemaReader.Complaint::pointer)
                .containsExactlyInAnyOrder(
                        "/type", "/properties/a/requird", "/properties/b/pattern", "/properties/d/minimum");
    }

    @Test
    void aReferenceThatLeadsNowhereIsSaid() {
        SchemaReader.Outcome outcome = SchemaReader.read(fields("$ref", Value.of("#/$defs/none")));

        assertThat(((SchemaReader.Outcome.Wrong) outcome).complaints()).hasSize(1);
    }

    @Test
    void aSchemaMayReferToItself() {
        Schema tree = read(fields(
                "$ref",
                Value.of("#/$defs/tree"),
                "$defs",
                fields(
                        "tree",
                        fields(
                                "required",
                                texts("name"),
                                "properties",
                                fields("children", fields("items", fields("$ref", Value.of("#/$defs/tree"))))))));
        var leaf = fields("name", Value.of("x"));

        assertThat(tree.violations(fields("name", Value.of("x"), "children", Value.of(List.of(leaf)))))
                .isEmpty();
        assertThat(tree.violations(fields("name", Value.of("x"), "children", Value.of(List.of(fields())))))
                .extracting(Violation::pointer)
                .containsExactly("/children/0");
    }

    @Test
    void aSchemaThatIsOnlyItselfEndsAndRefuses() {
        Schema loop = read(fields("$ref", Value.of("#")));
        Schema bush = read(fields("anyOf", Value.of(List.of(loopingRef(), loopingRef(), loopingRef()))));

        assertThat(loop.violations(Value.of(1))).isNotEmpty();
        assertThat(bush.violations(Value.of(1))).isNotEmpty();
    }

    private static Value.Fields loopingRef() {
        return fields("$ref", Value.of("#"));
    }

    private static Schema read(Value schema) {
        SchemaReader.Outcome outcome = SchemaReader.read(schema);
        assertThat(outcome).as(schema.toString()).isInstanceOf(SchemaReader.Outcome.Read.class);
        return ((SchemaReader.Outcome.Read) outcome).schema();
    }

    private static Value schema(Random random, int depth) {
        if (random.nextInt(12) == 0) return Value.of(random.nextInt(4) > 0);
        var schema = new LinkedHashMap<String, Value>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) keyword(random, depth, schema);
        return new Value.Fields(schema);
    }

    private static void keyword(Random random, int depth, Map<String, Value> into) {
        int choice = random.nextInt(depth > 0 ? 28 : 14);
        switch (choice) {
            case 0, 1 -> into.put("type", type(random));
            case 2 -> into.put("enum", Value.of(List.of(value(random, 1), value(random, 1))));
            case 3 -> into.put("const", value(random, 1));
            case 4 -> into.put("minimum", number(random));
            case 5 -> into.put("exclusiveMaximum", number(random));
            case 6 -> into.put("multipleOf", Value.of(new BigDecimal(1 + random.nextInt(9)).movePointLeft(1)));
            case 7 -> into.put("minLength", Value.of(random.nextInt(4)));
            case 8 -> into.put("maxLength", Value.of(random.nextInt(4)));
            case 9 -> into.put("pattern", Value.of(random.nextBoolean() ? "^a" : "b"));
            case 10 -> into.put("required", texts(NAMES.get(random.nextInt(NAMES.size()))));
            case 11 -> into.put(random.nextBoolean() ? "minItems" : "maxItems", Value.of(random.nextInt(3)));
            case 12 -> into.put(random.nextBoolean() ? "minProperties" : "maxProperties", Value.of(random.nextInt(3)));
            case 13 -> into.put("uniqueItems", Value.of(random.nextBoolean()));
            case 14, 15 -> into.put("properties", named(random, depth));
            case 16 -> into.put("additionalProperties", schema(random, depth - 1));
            case 17 -> into.put("items", schema(random, depth - 1));
            case 18 -> into.put("prefixItems", schemas(random, depth));
            case 19 -> into.put("allOf", schemas(random, depth));
            case 20 -> into.put("anyOf", schemas(random, depth));
            case 21 -> into.put("oneOf", schemas(random, depth));
            case 22 -> into.put("not", schema(random, depth - 1));
            case 23 -> {
                into.put("if", schema(random, depth - 1));
                into.put("then", schema(random, depth - 1));
                into.put("else", schema(random, depth - 1));
            }
            case 24 -> {
                into.put("contains", schema(random, depth - 1));
                if (random.nextBoolean()) into.put("minContains", Value.of(random.nextInt(2)));
                if (random.nextBoolean()) into.put("maxContains", Value.of(1 + random.nextInt(2)));
            }
            case 25 -> into.put("propertyNames", schema(random, 0));
            case 26 -> into.put("patternProperties", fields("^a", schema(random, depth - 1)));
            default -> into.put("dependentRequired", fields("a", texts("b")));
        }
    }

    private static Value.Fields named(Random random, int depth) {
        var schemas = new LinkedHashMap<String, Value>();
        for (String name : NAMES) if (random.nextBoolean()) schemas.put(name, schema(random, depth - 1));
        return new Value.Fields(schemas);
    }

    private static Value schemas(Random random, int depth) {
        var schemas = new ArrayList<Value>();
        for (int i = 1 + random.nextInt(2); i >= 0; i--) schemas.add(schema(random, depth - 1));
        return Value.of(schemas);
    }

    private static Value type(Random random) {
        Value one = Value.of(Types.WORDS.get(random.nextInt(Types.WORDS.size())));
        return random.nextInt(3) > 0
                ? one
                : Value.of(List.of(one, Value.of(one.equals(Value.of("null")) ? "object" : "null")));
    }

    private static Value number(Random random) {
        return Value.of(new BigDecimal(random.nextInt(60) - 20).movePointLeft(random.nextInt(2)));
    }

    private static Value value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 5)) {
            case 0 -> Value.of(List.of("", "a", "b", "ab", "ba🔑", "abcd").get(random.nextInt(6)));
            case 1, 2 -> number(random);
            case 3 -> Value.of(random.nextBoolean());
            case 4 -> Value.Nothing.NOTHING;
            case 5, 6 -> {
                var items = new ArrayList<Value>();
                for (int i = random.nextInt(4); i > 0; i--) items.add(value(random, depth - 1));
                yield Value.of(items);
            }
            default -> {
                var fields = new LinkedHashMap<String, Value>();
                for (String name : NAMES) if (random.nextBoolean()) fields.put(name, value(random, depth - 1));
                yield new Value.Fields(fields);
            }
        };
    }

    private static Value texts(String... texts) {
        return Value.of(List.of(texts).stream().map(Value::of).toList());
    }

    private static Value.Fields fields(Object... namesAndValues) {
        var fields = new LinkedHashMap<String, Value>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put((String) namesAndValues[i], (Value) namesAndValues[i + 1]);
        }
        return new Value.Fields(fields);
    }
}
