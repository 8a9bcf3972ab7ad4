package io.carillon.core.content.liquid;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Liquid's equality, order and {@code contains}. Long texts and lists are charged to the rendering. */
final class Comparisons {
    private Comparisons() {}

    static boolean equal(Val left, Val right, RenderContext context) {
        if (left == Val.Special.EMPTY || left == Val.Special.BLANK) return isSpecial(right, left);
        if (right == Val.Special.EMPTY || right == Val.Special.BLANK) return isSpecial(left, right);
        if (left.isNil() || right.isNil()) return left.isNil() && right.isNil();
        if (left instanceof Val.Looping || right instanceof Val.Looping) return left.equals(right);
        if (left instanceof Val.Range || right instanceof Val.Range) return left.equals(right);
        return equal(data(left), data(right), context);
    }

    private static Value data(Val val) {
        return switch (val) {
            case Val.Data(var value) -> value;
            case Val.Markup(var html) -> Value.of(html);
            default -> Value.Nothing.NOTHING;
        };
    }

    /** Whether a value is {@code empty}, or {@code blank}: also nil, false and white space. */
    private static boolean isSpecial(Val val, Val kind) {
        if (val == Val.Special.EMPTY || val == Val.Special.BLANK) return val.equals(kind);
        boolean blank = kind == Val.Special.BLANK;
        if (val.isNil()) return blank;
        return switch (data(val)) {
            case Value.Text(var text) -> blank ? text.isBlank() : text.isEmpty();
            case Value.Items(var items) -> items.isEmpty();
            case Value.Fields fields -> fields.isEmpty();
            case Value.Flag(var flag) -> blank && !flag;
            default -> false;
        };
    }

    static boolean equal(Value left, Value right, RenderContext context) {
        context.charge(1);
        return switch (left) {
            case Value.Num(var a) -> right instanceof Value.Num(var b) && a.compareTo(b) == 0;
            case Value.Text(var a) -> right instanceof Value.Text(var b) && equal(a, b, context);
            case Value.Items(var a) -> right instanceof Value.Items(var b) && equal(a, b, context);
            case Value.Fields(var a) -> right instanceof Value.Fields(var b) && equal(a, b, context);
            case Value.Flag _, Value.Nothing _ -> left.equals(right);
        };
    }

    private static boolean equal(String a, String b, RenderContext context) {
        if (a.length() != b.length()) return false;
        context.chargeChars(a.length());
        return a.equals(b);
    }

    private static boolean equal(List<Value> a, List<Value> b, RenderContext context) {
        if (a.size() != b.size()) return false;
        for (int i = 0; i < a.size(); i++) if (!equal(a.get(i), b.get(i), context)) return false;
        return true;
    }

    private static boolean equal(Map<String, Value> a, Map<String, Value> b, RenderContext context) {
        if (a.size() != b.size()) return false;
        for (Map.Entry<String, Value> entry : a.entrySet()) {
            Value other = b.get(entry.getKey());
            if (other == null || !equal(entry.getValue(), other, context)) return false;
        }
        return true;
    }

    /** Whether left comes before right; false for what has no order. */
    static boolean less(Val left, Val right, boolean orEqual, RenderContext context) {
        Value a = data(left);
        Value b = data(right);
        if (a instanceof Value.Num(var x) && b instanceof Value.Num(var y)) {
            return orEqual ? x.compareTo(y) <= 0 : x.compareTo(y) < 0;
        }
        if (a instanceof Value.Text(var x) && b instanceof Value.Text(var y)) {
            context.chargeChars(Math.min(x.length(), y.length()));
            return orEqual ? x.compareTo(y) <= 0 : x.compareTo(y) < 0;
        }
        if (isOrdered(a) && isOrdered(b)) {
            throw new Problem("cannot compare " + Problem.show(Texts.of(left)) + " with "
                    + Problem.show(Texts.of(right)) + "; expected two numbers or two texts");
        }
        return false;
    }

    private static boolean isOrdered(Value value) {
        return value instanceof Value.Num || value instanceof Value.Text;
    }

    static boolean contains(Val left, Val right, RenderContext context) {
        if (!left.isTruthy() || !right.isTruthy()) return false;
        if (left instanceof Val.Range range) {
            return data(right) instanceof Value.Num(var number)
                    && Numbers.isWhole(number.stripTrailingZeros())
                    && number.compareTo(BigDecimal.valueOf(range.first())) >= 0
                    && number.compareTo(BigDecimal.valueOf(range.last())) <= 0;
        }
        return switch (data(left)) {
            case Value.Text(var text) -> {
                context.weigh(right);
                String part = Texts.of(right);
                context.chargeSearch(text.length(), part.length());
                yield text.contains(part);
            }
            case Value.Items(var items) -> {
                Value wanted = data(right);
                for (Value item : items) if (equal(item, wanted, context)) yield true;
                yield false;
            }
            case Value.Fields fields ->
                data(right) instanceof Value.Text(var name) && fields.get(name).isPresent();
            default -> false;
        };
    }
}
