package io.carillon.core.content.liquid;

import io.carillon.core.value.LetterCase;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Filters that make a list, or one value, of a whole list. */
final class ListFilters {
    static final List<Filter.Spec> ALL = List.of(
            Filter.spec("compact", 0, 1, ListFilters::compact),
            Filter.spec("concat", 1, 1, ListFilters::concat),
            Filter.spec("first", 0, 0, (input, args) -> end(input, "first")),
            Filter.spec("last", 0, 0, (input, args) -> end(input, "last")),
            Filter.spec("join", 0, 1, ListFilters::join),
            Filter.spec("map", 1, 1, ListFilters::map),
            Filter.spec(
                    "reverse",
                    0,
                    0,
                    (input, args) -> Val.of(items(input, args.context()).reversed())),
            Filter.spec("size", 0, 0, (input, args) -> size(input)),
            Filter.spec("sort", 0, 1, (input, args) -> sorted(input, args, ListFilters::compare)),
            Filter.spec("sort_natural", 0, 1, (input, args) -> sorted(input, args, ListFilters::compareNaturally)),
            Filter.spec("sum", 0, 1, ListFilters::sum),
            Filter.spec("uniq", 0, 1, ListFilters::uniq));

    private ListFilters() {}

    /** The items of a list and of the lists in it; of a range its numbers; anything else is a list of one. */
    static List<Value> items(Val input, RenderContext context) {
        if (input.isNil()) return List.of();
        List<Value> all = new ArrayList<>();
        if (value(input, context) instanceof Value.Items(var items)) flatten(items, all);
        else all.add(value(input, context));
        context.charge(all.size());
        return all;
    }

    private static void flatten(List<Value> items, List<Value> to) {
        for (Value item : items) {
            if (item instanceof Value.Items(var inner)) flatten(inner, to);
            else to.add(item);
        }
    }

    /** As a value of the data; what only templates know is empty text or nothing. */
    static Value value(Val val, RenderContext context) {
        return switch (val) {
            case Val.Data(var value) -> value;
            case Val.Markup(var html) -> Value.of(html);
            case Val.Range range -> numbers(range, context);
            case Val.Looping _ -> Value.Nothing.NOTHING;
            case Val.Special special ->
                special == Val.Special.NIL || special == Val.Special.ABSENT ? Value.Nothing.NOTHING : Value.of("");
        };
    }

    private static Value numbers(Val.Range range, RenderContext context) {
        context.charge(range.size());
        List<Value> numbers = new ArrayList<>();
        for (long i = range.first(); i <= range.last(); i++) numbers.add(Value.of(i));
        return Value.of(numbers);
    }

    private static Val end(Val input, String which) {
        if (which.equals("first") && input instanceof Val.Data(Value.Fields fields)) return Access.firstPair(fields);
        if (input instanceof Val.Data(Value.Fields _)) return Val.Special.NIL;
        return Access.get(input, Val.of(which), true);
    }

    private static Val size(Val input) {
        Val size = input instanceof Val.Data(Value.Fields(var fields))
                ? Val.of(fields.size())
                : Access.get(input, Val.of("size"), true);
        return size.isNil() ? Val.of(0) : size;
    }

    private static Val compact(Val input, Arguments args) {
        List<Value> kept = new ArrayList<>();
        for (Value item : items(input, args.context())) {
            if (by(item, args) != Value.Nothing.NOTHING) kept.add(item);
        }
        return Val.of(kept);
    }

    /** The item, or its property when the filter names one. */
    private static Value by(Value item, Arguments args) {
        return args.get(0).isNil()
                ? item
                : Properties.of(item, args.get(0), args.context()).orElse(Value.Nothing.NOTHING);
    }

    private static Val concat(Val input, Arguments args) {
        if (!(args.get(0) instanceof Val.Data(Value.Items _) || args.get(0) instanceof Val.Range)) {
            throw new Problem("expected a list to add, was " + Problem.show(args.text(0)));
        }
        List<Value> all = new ArrayList<>(items(input, args.context()));
        all.addAll(items(args.get(0), args.context()));
        return Val.of(all);
    }

    private static Val join(Val input, Arguments args) {
        String glue = args.has(0) ? args.text(0) : " ";
        List<Value> items = items(input, args.context());
        args.context().checkChars((long) glue.length() * items.size());
        return Val.of(Texts.join(items, glue));
    }

    private static Val map(Val input, Arguments args) {
        List<Value> mapped = new ArrayList<>();
        for (Value item : items(input, args.context())) {
            mapped.add(Properties.of(item, args.get(0), args.context()).orElse(Value.Nothing.NOTHING));
        }
        return Val.of(mapped);
    }

    private static Val sorted(Val input, Arguments args, Comparator<Value> order) {
        List<Value> items = items(input, args.context());
        args.context().charge(items.size() * (64L - Long.numberOfLeadingZeros(items.size())));
        record Keyed(Value key, Value item) {}
        List<Keyed> keyed = new ArrayList<>();
        for (Value item : items) keyed.add(new Keyed(by(item, args), item));
        keyed.sort((a, b) -> order.compare(a.key(), b.key()));
        return Val.of(keyed.stream().map(Keyed::item).toList());
    }

    /** Nothing goes last. */
    private static int compare(Value a, Value b) {
        if (a == Value.Nothing.NOTHING || b == Value.Nothing.NOTHING) return nothingLast(a, b);
        if (a instanceof Value.Num(var x) && b instanceof Value.Num(var y)) return x.compareTo(y);
        if (a instanceof Value.Text(var x) && b instanceof Value.Text(var y)) return x.compareTo(y);
        if (a.equals(b)) return 0;
        throw new Problem("cannot sort values of different kinds: " + Problem.show(Texts.of(a)) + " and "
                + Problem.show(Texts.of(b)));
    }

    private static int compareNaturally(Value a, Value b) {
        if (a == Value.Nothing.NOTHING || b == Value.Nothing.NOTHING) return nothingLast(a, b);
        return LetterCase.lower(Texts.of(a)).compareTo(LetterCase.lower(Texts.of(b)));
    }

    private static int nothingLast(Value a, Value b) {
        return Boolean.compare(a == Value.Nothing.NOTHING, b == Value.Nothing.NOTHING);
    }

    private static Val sum(Val input, Arguments args) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Value item : items(input, args.context())) sum = sum.add(Numbers.of(Val.of(by(item, args))));
        return Val.of(Numbers.result(sum));
    }

    private static Val uniq(Val input, Arguments args) {
        Map<Value, Value> firsts = new LinkedHashMap<>();
        for (Value item : items(input, args.context())) firsts.putIfAbsent(by(item, args), item);
        return Val.of(List.copyOf(firsts.values()));
    }
}
