package io.carillon.core.condition;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What can change a condition's answer, besides time.
 *
 * @param events names of events
 * @param traits dotted paths
 */
public record Reads(SortedSet<String> events, SortedSet<String> traits) {
    public Reads {
        events = Collections.unmodifiableSortedSet(new TreeSet<>(events));
        traits = Collections.unmodifiableSortedSet(new TreeSet<>(traits));
    }

    public static Reads of(Condition condition) {
        var reads = new Reads.Collected(new TreeSet<>(), new TreeSet<>());
        collect(condition, reads);
        return new Reads(reads.events, reads.traits);
    }

    public boolean hasEvent(String name) {
        return events.contains(name);
    }

    /** Whether a change of a trait at the top level, such as {@code address}, can change the answer. */
    public boolean hasTrait(String name) {
        if (traits.contains(name)) return true;
        String inside = name + ".";
        SortedSet<String> from = traits.tailSet(inside);
        return !from.isEmpty() && from.first().startsWith(inside);
    }

    private record Collected(SortedSet<String> events, SortedSet<String> traits) {}

    private static void collect(Condition condition, Collected into) {
        switch (condition) {
            case Condition.All(var parts) -> parts.forEach(part -> collect(part, into));
            case Condition.Any(var parts) -> parts.forEach(part -> collect(part, into));
            case Condition.Not(var part) -> collect(part, into);
            case Condition.TraitIs(var path, var _) -> into.traits.add(path);
            case Condition.EventCount(var query, var _, var _) -> into.events.add(query.event());
        }
    }
}
