package io.carillon.core.condition;

import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
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
            case Condition.Named(var kind, var name, var inner) -> field(kind, pair(Value.of(name), of(inner)));
            case Condition.TraitIs(var path, var test) -> field("trait", pair(Value.of(path), of(test)));
            case Condition.TraitDate(var path, var test) -> field("traitDate", pair(Value.of(path), of(test)));
            case Condition.Measured(var query, var measure, var window, var test) ->
                field("event", Value.of(List.of(of(query), of(measure), of(window), of(test))));
            case Condition.Sequence(var steps, var window) ->
                field(
                        "sequence",
                        pair(Value.of(steps.stream().map(Canonical::of).toList()), of(window)));
            case Condition.Subscription(var channel, var topic, var standing) ->
                field(
                        "subscription",
                        Value.of(List.of(
                                word(channel), Value.of(topic.id().text()), Value.of(topic.optIn()), word(standing))));
            case Condition.Reachable(var channel) -> field("reachable", word(channel));
            case Condition.OnJourney(var journey) -> field("onJourney", Value.of(journey));
            case Condition.Bucket(var salt, var from, var to) ->
                field("bucket", Value.of(List.of(Value.of(salt), Value.of(from), Value.of(to))));
        };
    }

    public static Value of(EventQuery query) {
        return query(query.asked(), query.keyProperty());
    }

    static QueryId idOf(EventQuery.Asked asked, Optional<String> keyProperty) {
        String text = Json.write(query(asked, keyProperty));
        return new QueryId(text.length() <= ID_LENGTH_MAX ? text : "#" + hash(text));
    }

    private static Value of(Condition.Then step) {
        return Value.of(List.of(
                of(step.query()),
                Value.of(step.within().map(Object::toString).orElse("")),
                Value.of(step.without().stream().map(Canonical::of).toList())));
    }

    private static Value of(Measure measure) {
        return pair(word(measure.aggregate()), Value.of(measure.property()));
    }

    private static Value of(Window window) {
        return switch (window) {
            case Window.Ever() -> Value.of("");
            case Window.Rolling(var length) -> Value.of(length.toString());
            case Window.Calendar(var unit, var from, var to) ->
                Value.of(List.of(word(unit), Value.of(from), Value.of(to)));
        };
    }

    private static Value of(DateTest test) {
        return switch (test) {
            case DateTest.WithinLast(var length) -> field("withinLast", Value.of(length.toString()));
            case DateTest.WithinNext(var length) -> field("withinNext", Value.of(length.toString()));
            case DateTest.LongerAgo(var length) -> field("longerAgo", Value.of(length.toString()));
            case DateTest.FurtherAhead(var length) -> field("furtherAhead", Value.of(length.toString()));
            case DateTest.Anniversary(var days) -> field("anniversary", Value.of(days));
        };
    }

    static String text(Value value) {
        return Json.write(normal(value));
    }

    /** {@code ["Order Completed"]}, {@code ["Order Completed",[["total",{"atLeast":50}]],"order_id"]}. */
    private static Value query(EventQuery.Asked asked, Optional<String> keyProperty) {
        var parts = new ArrayList<Value>();
        parts.add(Value.of(asked.name()));
        boolean isPlain = asked.kind() == Occurrence.Kind.EVENT
                && asked.each().isEmpty()
                && asked.during().equals(Range.EVER);
        if (!isPlain) {
            parts.add(word(asked.kind()));
            parts.add(Value.of(asked.each()
                    .map(each -> List.<Value>of(Value.of(each.list()), where(each.where())))
                    .orElse(List.of())));
            parts.add(pair(of(asked.during().from()), of(asked.during().until())));
        }
        if (!asked.where().isEmpty() || keyProperty.isPresent() || !isPlain) parts.add(where(asked.where()));
        keyProperty.ifPresent(property -> parts.add(Value.of(property)));
        return Value.of(parts);
    }

    private static Value of(Optional<Instant> bound) {
        return Value.of(bound.map(Instant::toString).orElse(""));
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
            case ValueTest.Both(var tests) ->
                field("both", Value.of(tests.stream().map(Canonical::of).toList()));
            case ValueTest.EndsWith(var suffix) -> field("endsWith", Value.of(suffix));
            case ValueTest.Matches(var expression) -> field("matches", Value.of(expression.pattern()));
            case ValueTest.Before(var bound, var zone) ->
                field("before", pair(Value.of(bound.toString()), Value.of(zone.getId())));
            case ValueTest.NotBefore(var bound, var zone) ->
                field("notBefore", pair(Value.of(bound.toString()), Value.of(zone.getId())));
            case ValueTest.AtLeast(var bound) -> field("atLeast", Value.of(bound));
            case ValueTest.AtMost(var bound) -> field("atMost", Value.of(bound));
            case ValueTest.GreaterThan(var bound) -> field("greaterThan", Value.of(bound));
            case ValueTest.LessThan(var bound) -> field("lessThan", Value.of(bound));
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

    private static Value word(Enum<?> constant) {
        return Value.of(constant.name());
    }

    private static Value field(String name, Value value) {
        return Value.of(Map.of(name, value));
    }

    private static Value pair(Value left, Value right) {
        return Value.of(List.of(left, right));
    }
}
