package io.carillon.core.condition;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What can change a condition's answer, besides time.
 *
 * @param events names of events
 * @param outcomes what became of messages and journeys: {@code MESSAGE sent}
 * @param traits names at the top level, and whole paths, as a trait may be called like a path
 */
public record Reads(
        SortedSet<String> events, SortedSet<String> outcomes, SortedSet<String> traits, Set<Aspect> aspects) {

    /** What else of a person can change. */
    public enum Aspect {
        CONSENTS,
        /** Traits and identifiers that are addresses. */
        ENDPOINTS,
        JOURNEYS,
        /** The person's clock. */
        ZONE,
        /** Drawn at birth; changes when two become one. */
        SPLIT
    }

    public Reads {
        events = Collections.unmodifiableSortedSet(new TreeSet<>(events));
        outcomes = Collections.unmodifiableSortedSet(new TreeSet<>(outcomes));
        traits = Collections.unmodifiableSortedSet(new TreeSet<>(traits));
        var copy = EnumSet.noneOf(Aspect.class);
        copy.addAll(aspects);
        aspects = Collections.unmodifiableSet(copy);
    }

    public static Reads of(Condition condition) {
        var into = new Reads.Collected(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), EnumSet.noneOf(Aspect.class));
        collect(condition, into);
        return new Reads(into.events, into.outcomes, into.traits, into.aspects);
    }

    /** How {@link #outcomes} names what became of something. */
    public static String outcome(Occurrence.Kind kind, String name) {
        return kind + " " + name;
    }

    private record Collected(
            SortedSet<String> events, SortedSet<String> outcomes, SortedSet<String> traits, Set<Aspect> aspects) {}

    private static void collect(Condition condition, Collected into) {
        switch (condition) {
            case Condition.All(var parts) -> parts.forEach(part -> collect(part, into));
            case Condition.Any(var parts) -> parts.forEach(part -> collect(part, into));
            case Condition.Not(var part) -> collect(part, into);
            case Condition.Named(var _, var _, var inner) -> collect(inner, into);
            case Condition.TraitIs(var path, var _) -> collectTrait(path, into);
            case Condition.TraitDate(var path, var _) -> {
                collectTrait(path, into);
                into.aspects.add(Aspect.ZONE);
            }
            case Condition.Measured(var query, var _, var window, var _) -> {
                collect(query, into);
                collect(window, into);
            }
            case Condition.Sequence(var steps, var window) -> {
                for (Condition.Then step : steps) {
                    collect(step.query(), into);
                    step.without().forEach(query -> collect(query, into));
                }
                collect(window, into);
            }
            case Condition.Subscription _ -> into.aspects.add(Aspect.CONSENTS);
            case Condition.Reachable _ -> into.aspects.add(Aspect.ENDPOINTS);
            case Condition.OnJourney _ -> into.aspects.add(Aspect.JOURNEYS);
            case Condition.Bucket _ -> into.aspects.add(Aspect.SPLIT);
        }
    }

    private static void collectTrait(String path, Collected into) {
        into.traits.add(path);
        into.traits.add(Path.root(path));
    }

    private static void collect(EventQuery query, Collected into) {
        String name = query.asked().name();
        switch (query.asked().kind()) {
            case EVENT -> into.events.add(name);
            case MESSAGE, JOURNEY -> into.outcomes.add(outcome(query.asked().kind(), name));
        }
    }

    private static void collect(Window window, Collected into) {
        if (window instanceof Window.Calendar) into.aspects.add(Aspect.ZONE);
    }
}
