package io.carillon.core.condition;

import io.carillon.core.event.Event;
import io.carillon.core.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The definition of a condition's answer, read off the whole history: slow, and plain to see. */
record Oracle(Value.Fields traits, List<Event> history) {

    boolean holds(Condition condition, Instant now) {
        return switch (condition) {
            case Condition.All(var parts) -> parts.stream().allMatch(part -> holds(part, now));
            case Condition.Any(var parts) -> parts.stream().anyMatch(part -> holds(part, now));
            case Condition.Not(var part) -> !holds(part, now);
            case Condition.TraitIs(var path, var test) -> test.test(traits.at(path));
            case Condition.EventCount(var query, var count, var within) ->
                count.test((int) history.stream()
                        .filter(query::matches)
                        .filter(event -> !event.occurredAt().isAfter(now))
                        .filter(event -> within.isEmpty() || event.occurredAt().isAfter(now.minus(within.get())))
                        .map(Event::stamp)
                        .distinct()
                        .count());
        };
    }

    /** Tries every instant at which anything could happen. */
    Optional<Instant> changesAt(Condition condition, Instant now) {
        boolean holds = holds(condition, now);
        var instants = new TreeSet<Instant>();
        for (Event event : history) {
            instants.add(event.occurredAt());
            for (Duration window : windows(condition)) {
                instants.add(event.occurredAt().plus(window));
            }
        }
        return instants.tailSet(now, false).stream()
                .filter(instant -> holds(condition, instant) != holds)
                .findFirst();
    }

    private static List<Duration> windows(Condition condition) {
        var windows = new ArrayList<Duration>();
        switch (condition) {
            case Condition.All(var parts) -> parts.forEach(part -> windows.addAll(windows(part)));
            case Condition.Any(var parts) -> parts.forEach(part -> windows.addAll(windows(part)));
            case Condition.Not(var part) -> windows.addAll(windows(part));
            case Condition.TraitIs _ -> {}
            case Condition.EventCount event -> event.within().ifPresent(windows::add);
        }
        return windows;
    }
}
