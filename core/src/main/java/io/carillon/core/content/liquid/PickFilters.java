package io.carillon.core.content.liquid;

import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Filters that pick items by a property: {@code where: 'in_stock', true}. Without a value the property must be truthy. */
final class PickFilters {
    static final List<Filter.Spec> ALL = List.of(
            Filter.spec("where", 1, 2, (input, args) -> picked(input, args, true)),
            Filter.spec("reject", 1, 2, (input, args) -> picked(input, args, false)),
            Filter.spec("has", 1, 2, PickFilters::has),
            Filter.spec("find", 1, 2, PickFilters::find),
            Filter.spec("find_index", 1, 2, PickFilters::findIndex));

    private PickFilters() {}

    private static Val picked(Val input, Arguments args, boolean wanted) {
        List<Value> kept = new ArrayList<>();
        for (Value item : ListFilters.items(input, args.context())) {
            Optional<Boolean> matches = matches(item, args);
            if (matches.isEmpty()) return Val.Special.NIL;
            if (matches.get() == wanted) kept.add(item);
        }
        return Val.of(kept);
    }

    private static Val has(Val input, Arguments args) {
        for (Value item : ListFilters.items(input, args.context())) {
            Optional<Boolean> matches = matches(item, args);
            if (matches.isEmpty()) return Val.Special.NIL;
            if (matches.get()) return Val.of(true);
        }
        return Val.of(false);
    }

    private static Val find(Val input, Arguments args) {
        for (Value item : ListFilters.items(input, args.context())) {
            Optional<Boolean> matches = matches(item, args);
            if (matches.isEmpty()) return Val.Special.NIL;
            if (matches.get()) return Val.of(item);
        }
        return Val.Special.NIL;
    }

    private static Val findIndex(Val input, Arguments args) {
        int index = 0;
        for (Value item : ListFilters.items(input, args.context())) {
            Optional<Boolean> matches = matches(item, args);
            if (matches.isEmpty()) return Val.Special.NIL;
            if (matches.get()) return Val.of(index);
            index++;
        }
        return Val.Special.NIL;
    }

    /** Empty when the item is of a kind that has no properties at all: then the reference gives up on the whole list. */
    private static Optional<Boolean> matches(Value item, Arguments args) {
        Val name = args.get(0);
        if (!Properties.canBeAsked(item, name)) return Optional.empty();
        Val found = Properties.of(item, name, args.context()).map(Val::of).orElse(Val.Special.NIL);
        boolean any = args.get(1).isNil();
        return Optional.of(any ? found.isTruthy() : Comparisons.equal(found, args.get(1), args.context()));
    }
}
