package io.carillon.core.content.liquid;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What stands behind a key: a field, an item by its place, or size, first and last. */
final class Access {
    private Access() {}

    static Val get(Val of, Val key, boolean dotted) {
        String name =
                key instanceof Val.Data(Value.Text(var text)) ? text : key instanceof Val.Markup(var html) ? html : "";
        return switch (of) {
            case Val.Data(Value.Fields fields) -> {
                Optional<Value> field = isText(key) ? fields.get(name) : Optional.empty();
                yield field.isPresent() ? Val.of(field.get()) : dotted ? ofFields(fields, name) : Val.Special.ABSENT;
            }
            case Val.Data(Value.Items(var items)) ->
                isText(key) ? (dotted ? ofItems(items, name) : Val.Special.ABSENT) : item(items, key);
            case Val.Data(Value.Text(var text)) -> dotted ? ofText(text, name) : Val.Special.ABSENT;
            case Val.Markup(var html) -> dotted ? ofText(html, name) : Val.Special.ABSENT;
            case Val.Range range -> dotted ? ofRange(range, name) : Val.Special.ABSENT;
            case Val.Looping(var loop) -> loop.get(name);
            case Val.Data _, Val.Special _ -> Val.Special.ABSENT;
        };
    }

    private static boolean isText(Val key) {
        return key instanceof Val.Data(Value.Text _) || key instanceof Val.Markup;
    }

    private static Val item(List<Value> items, Val key) {
        if (!(key instanceof Val.Data(Value.Num(BigDecimal number)))) return Val.Special.ABSENT;
        if (!Numbers.isWhole(number) || number.precision() > 9 || number.scale() < -9) return Val.Special.ABSENT;
        int wanted = Math.clamp(number.longValue(), -Integer.MAX_VALUE, Integer.MAX_VALUE);
        int index = wanted < 0 ? items.size() + wanted : wanted;
        return index >= 0 && index < items.size() ? Val.of(items.get(index)) : Val.Special.ABSENT;
    }

    private static Val ofFields(Value.Fields fields, String name) {
        return switch (name) {
            case "size" -> Val.of(fields.fields().size());
            case "first" -> firstPair(fields);
            default -> Val.Special.ABSENT;
        };
    }

    /** The first field as a list of its name and value. */
    static Val firstPair(Value.Fields fields) {
        for (Map.Entry<String, Value> field : fields.fields().entrySet()) return Val.of(pair(field));
        return Val.Special.ABSENT;
    }

    static Value pair(Map.Entry<String, Value> field) {
        return new Value.Items(List.of(Value.of(field.getKey()), field.getValue()));
    }

    private static Val ofItems(List<Value> items, String name) {
        return switch (name) {
            case "size" -> Val.of(items.size());
            case "first" -> items.isEmpty() ? Val.Special.ABSENT : Val.of(items.getFirst());
            case "last" -> items.isEmpty() ? Val.Special.ABSENT : Val.of(items.getLast());
            default -> Val.Special.ABSENT;
        };
    }

    private static Val ofText(String text, String name) {
        if (name.equals("size")) return Val.of(text.codePointCount(0, text.length()));
        if (text.isEmpty()) return Val.Special.ABSENT;
        return switch (name) {
            case "first" -> Val.of(text.substring(0, text.offsetByCodePoints(0, 1)));
            case "last" -> Val.of(text.substring(text.offsetByCodePoints(text.length(), -1)));
            default -> Val.Special.ABSENT;
        };
    }

    private static Val ofRange(Val.Range range, String name) {
        return switch (name) {
            case "size" -> Val.of(range.size());
            case "first" -> Val.of(range.first());
            case "last" -> Val.of(range.last());
            default -> Val.Special.ABSENT;
        };
    }
}
