package io.carillon.core.condition;

import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Parts of conditions as people say them. */
final class Wording {
    private static final int TEXT_LENGTH_MAX = 100;
    private static final int VALUES_SHOWN_MAX = 10;

    private Wording() {}

    static String of(ValueTest test) {
        return switch (test) {
            case ValueTest.Equals(var value) -> value(value);
            case ValueTest.In(var values) -> "one of " + values(values);
            case ValueTest.Not(var inner) -> "not " + of(inner);
            case ValueTest.Both(var tests) -> tests.stream().map(Wording::of).collect(Collectors.joining(" and "));
            case ValueTest.Exists(var expected) -> expected ? "any value" : "none";
            case ValueTest.Contains(var value) -> "containing " + value(value);
            case ValueTest.StartsWith(var prefix) -> "beginning with " + value(Value.of(prefix));
            case ValueTest.EndsWith(var suffix) -> "ending with " + value(Value.of(suffix));
            case ValueTest.Matches(var expression) -> "matching " + shortened(expression.pattern());
            case ValueTest.Before(var bound, var zone) ->
                "before " + bound.atZone(zone).toOffsetDateTime();
            case ValueTest.NotBefore(var bound, var zone) ->
                "not before " + bound.atZone(zone).toOffsetDateTime();
            case ValueTest.AtLeast(var bound) -> "at least " + bound.toPlainString();
            case ValueTest.AtMost(var bound) -> "at most " + bound.toPlainString();
            case ValueTest.GreaterThan(var bound) -> "more than " + bound.toPlainString();
            case ValueTest.LessThan(var bound) -> "less than " + bound.toPlainString();
        };
    }

    static String of(DateTest test) {
        return switch (test) {
            case DateTest.WithinLast(var length) -> "within the last " + of(length);
            case DateTest.WithinNext(var length) -> "within the next " + of(length);
            case DateTest.LongerAgo(var length) -> "at least " + of(length) + " ago";
            case DateTest.FurtherAhead(var length) -> "more than " + of(length) + " ahead";
            case DateTest.Anniversary(var days) ->
                days == 0 ? "an anniversary today" : "an anniversary within " + days + "d";
        };
    }

    /** {@code Order Completed (total at least 50)}. */
    static String of(EventQuery query) {
        EventQuery.Asked asked = query.asked();
        var details = new ArrayList<String>();
        for (Where where : asked.where()) details.add(of(where));
        asked.each().ifPresent(each -> details.add(of(each)));
        asked.during().from().ifPresent(from -> details.add("from " + from));
        asked.during().until().ifPresent(until -> details.add("until " + until));
        String name = switch (asked.kind()) {
            case EVENT -> asked.name();
            case MESSAGE -> "message " + asked.name();
            case JOURNEY -> "journey " + asked.name();
        };
        return details.isEmpty() ? name : name + " (" + String.join(", ", details) + ")";
    }

    /** {@code Order Completed within 2h without Cart Cleared}. */
    static String of(Condition.Then step) {
        var text = new StringBuilder(of(step.query()));
        step.within().ifPresent(within -> text.append(" within ").append(of(within)));
        for (EventQuery query : step.without()) text.append(" without ").append(of(query));
        return text.toString();
    }

    private static String of(Where where) {
        return where.property() + " " + of(where.test());
    }

    private static String of(Each each) {
        String where = each.where().stream().map(Wording::of).collect(Collectors.joining(", "));
        return "each of " + each.list() + (where.isEmpty() ? "" : " with " + where);
    }

    /** With a space before it; nothing for all time. */
    static String of(Window window) {
        return switch (window) {
            case Window.Ever() -> "";
            case Window.Rolling(var length) -> " within " + of(length);
            case Window.Calendar(var unit, var from, var to) ->
                from == to && from == 0
                        ? " this " + word(unit)
                        : " from %d to %d %ss before this one".formatted(-from, -to, word(unit));
        };
    }

    /** {@code 365d}, {@code 90m}. */
    static String of(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds % 86_400 == 0) return seconds / 86_400 + "d";
        if (seconds % 3_600 == 0) return seconds / 3_600 + "h";
        return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
    }

    static String values(List<Value> values) {
        if (values.isEmpty()) return "not known";
        String shown =
                values.stream().limit(VALUES_SHOWN_MAX).map(Wording::value).collect(Collectors.joining(", "));
        return values.size() <= VALUES_SHOWN_MAX ? shown : shown + ", …";
    }

    static String value(Optional<Value> value) {
        return value.map(Wording::value).orElse("not known");
    }

    private static String value(Value value) {
        return shortened(Json.write(value));
    }

    /** {@code most frequent}. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String shortened(String text) {
        return text.length() <= TEXT_LENGTH_MAX ? text : text.substring(0, TEXT_LENGTH_MAX) + "…";
    }
}
