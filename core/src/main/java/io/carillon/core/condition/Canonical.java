package io.carillon.core.condition;

import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one text of a question, however it was written: equal questions have equal texts. Part of what is stored, so its
 * form is fixed.
 */
public final class Canonical {
    private static final int ID_LENGTH_MAX = 200;
    private static final int HASH_BYTES = 16;

    private Canonical() {}

    /** 32 hexadecimal digits: equal texts have equal ones, and no two texts that ever meet share one. */
    public static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static Value of(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) ->
                field("all", Value.of(parts.stream().map(Canonical::of).toList()));
            case Condition.Any(var parts) ->
                field("any", Value.of(parts.stream().map(Canonical::of).toList()));
            case Condition.Not(var part) -> field("not", of(part));
            case Condition.TraitIs(var path, var test) -> field("trait", pair(Value.of(path), of(test)));
            case Condition.EventCount(var query, var count, var within) ->
                field(
                        "event",
                        Value.of(List.of(
                                of(query),
                                of(count),
                                Value.of(within.map(Object::toString).orElse("")))));
        };
    }

    public static Value of(EventQuery query) {
        return query(query.event(), query.where(), query.keyProperty());
    }

    static QueryId idOf(String event, List<Where> where, Optional<String> keyProperty) {
        String text = Json.write(query(event, where, keyProperty));
        return new QueryId(text.length() <= ID_LENGTH_MAX ? text : "#" + hash(text));
    }

    static String text(Value value) {
        return Json.write(normal(value));
    }

    /** {@code ["Order Completed"]}, {@code ["Order Completed",[["total",{"atLeast":50}]],"order_id"]}. */
    private static Value query(String event, List<Where> where, Optional<String> keyProperty) {
        var parts = new ArrayList<Value>();
        parts.add(Value.of(event));
        if (!where.isEmpty() || keyProperty.isPresent()) parts.add(where(where));
        keyProperty.ifPresent(property -> parts.add(Value.of(property)));
        return Value.of(parts);
    }

    /** Sorted: all must match, in whatever order they are written. */
    private static Value where(List<Where> where) {
        return Value.of(where.stream()
                .map(each -> pair(Value.of(each.property()), of(each.test())))
                .distinct()
                .sorted(Comparator.comparing(Json::write))
                .toList());
    }

    private static Value of(ValueTest test) {
        return switch (test) {
            case ValueTest.Equals(var value) -> field("equals", normal(value));
            case ValueTest.In(var values) ->
                field("in", Value.of(values.stream().map(Canonical::normal).toList()));
            case ValueTest.Not(var inner) -> field("not", of(inner));
            case ValueTest.Exists(var expected) -> field("exists", Value.of(expected));
            case ValueTest.Contains(var value) -> field("contains", normal(value));
            case ValueTest.StartsWith(var prefix) -> field("startsWith", Value.of(prefix));
            case ValueTest.AtLeast(var bound) -> field("atLeast", Value.of(bound));
            case ValueTest.AtMost(var bound) -> field("atMost", Value.of(bound));
            case ValueTest.GreaterThan(var bound) -> field("greaterThan", Value.of(bound));
            case ValueTest.LessThan(var bound) -> field("lessThan", Value.of(bound));
        };
    }

    private static Value of(CountTest test) {
        return switch (test) {
            case CountTest.AtLeast(var min) -> field("atLeast", Value.of(min));
            case CountTest.AtMost(var max) -> field("atMost", Value.of(max));
            case CountTest.Exactly(var count) -> field("exactly", Value.of(count));
            case CountTest.Between(var min, var max) -> field("between", pair(Value.of(min), Value.of(max)));
        };
    }

    /** Numbers that are the same amount become the same number. */
    private static Value normal(Value value) {
        return switch (value) {
            case Value.Num(var number) -> Value.of(normal(number));
            case Value.Items(var items) ->
                Value.of(items.stream().map(Canonical::normal).toList());
            case Value.Fields(var fields) -> {
                var copy = new LinkedHashMap<String, Value>();
                fields.forEach((name, inner) -> copy.put(name, normal(inner)));
                yield Value.of(copy);
            }
            case Value.Text _, Value.Flag _, Value.Nothing _ -> value;
        };
    }

    private static BigDecimal normal(BigDecimal number) {
        return number.stripTrailingZeros();
    }

    private static Value field(String name, Value value) {
        return Value.of(Map.of(name, value));
    }

    private static Value pair(Value left, Value right) {
        return Value.of(List.of(left, right));
    }
}
