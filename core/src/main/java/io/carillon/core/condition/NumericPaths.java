package io.carillon.core.condition;

import io.carillon.core.event.Event;
import io.carillon.core.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which properties and traits definitions compare as amounts, so that a text in such a place can be told. Immutable. */
public final class NumericPaths {
    public static final NumericPaths NONE = new NumericPaths(List.of(), List.of());

    private final SortedSet<String> traits = new TreeSet<>();
    private final Map<String, SortedSet<String>> byEvent = new LinkedHashMap<>();

    private NumericPaths(Collection<Condition> conditions, Collection<EventQuery> queries) {
        conditions.forEach(this::add);
        queries.forEach(this::add);
    }

    /**
     * Collects them from what definitions ask.
     *
     * @param queries those outside of conditions, such as triggers
     */
    public static NumericPaths of(Collection<Condition> conditions, Collection<EventQuery> queries) {
        return new NumericPaths(conditions, queries);
    }

    /** Of events of a name; in order. */
    public SortedSet<String> of(String event) {
        return Collections.unmodifiableSortedSet(byEvent.getOrDefault(event, Collections.emptySortedSet()));
    }

    /** In order. */
    public SortedSet<String> traits() {
        return Collections.unmodifiableSortedSet(traits);
    }

    /** The places in an event where a number is expected and a text stands that reads as one. */
    public List<String> textsIn(Event event) {
        SortedSet<String> properties = byEvent.get(event.name());
        if (properties == null && (traits.isEmpty() || event.traits().isEmpty())) return List.of();
        var found = new ArrayList<String>(0);
        if (properties != null) collect(properties, event.properties(), found);
        if (!event.traits().isEmpty()) collect(traits, event.traits(), found);
        return found;
    }

    private static void collect(SortedSet<String> paths, Value.Fields fields, List<String> into) {
        for (String path : paths) {
            for (Value value : Path.in(fields, path)) {
                if (!(value instanceof Value.Text) || Comparison.number(value).isEmpty()) continue;
                into.add(path);
                break;
            }
        }
    }

    private void add(Condition condition) {
        switch (condition) {
            case Condition.All(var parts) -> parts.forEach(this::add);
            case Condition.Any(var parts) -> parts.forEach(this::add);
            case Condition.Not(var part) -> add(part);
            case Condition.Named(var _, var _, var inner) -> add(inner);
            case Condition.TraitIs(var path, var test) -> {
                if (isAmount(test)) traits.add(path);
            }
            case Condition.Measured(var query, var measure, var _, var test) -> {
                add(query);
                boolean isOfAmounts = measure.aggregate().tally() == Tally.Kind.NUMBERS
                        || (measure.aggregate().tally() == Tally.Kind.VALUES
                                && measure.aggregate() != Measure.Aggregate.DISTINCT
                                && isAmount(test));
                if (isOfAmounts) add(query, inEach(query, measure.property()));
            }
            case Condition.Sequence(var steps, var _) ->
                steps.forEach(step -> {
                    add(step.query());
                    step.without().forEach(this::add);
                });
            case Condition.TraitDate _,
                    Condition.Subscription _,
                    Condition.Reachable _,
                    Condition.OnJourney _,
                    Condition.Bucket _ -> {}
        }
    }

    private void add(EventQuery query) {
        for (Where where : query.asked().where()) {
            if (isAmount(where.test())) add(query, where.property());
        }
        query.asked().each().map(Each::where).orElse(List.of()).forEach(where -> {
            if (isAmount(where.test())) add(query, inEach(query, where.property()));
        });
    }

    private void add(EventQuery query, String path) {
        if (query.asked().kind() != Occurrence.Kind.EVENT) return;
        byEvent.computeIfAbsent(query.event(), _ -> new TreeSet<>()).add(path);
    }

    /** The path from the event, of one that begins at an item. */
    private static String inEach(EventQuery query, String path) {
        Optional<Each> each = query.asked().each();
        return each.isEmpty() ? path : each.get().list() + "[]." + path;
    }

    private static boolean isAmount(ValueTest test) {
        return switch (test) {
            case ValueTest.In(var values) -> values.stream().anyMatch(Value.Num.class::isInstance);
            case ValueTest.Not(var inner) -> isAmount(inner);
            case ValueTest.Both(var tests) -> tests.stream().anyMatch(NumericPaths::isAmount);
            default -> test.isNumeric();
        };
    }
}
