package io.carillon.core.condition;

import io.carillon.core.event.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Judges conditions: exact at every instant, and says when the answer next changes by itself. */
public final class Evaluator {
    private Evaluator() {}

    /**
     * The answer now, and until when it stands if nothing happens.
     *
     * @param now an instant; what happened later than it does not count yet
     */
    public static Judgement judge(Condition condition, Subject subject, Instant now) {
        boolean holds = holds(condition, subject, now);
        Optional<Instant> next = nextTurn(condition, subject, now);
        // A part can turn without turning the whole. Every part turns a few times at most, so this ends.
        while (next.isPresent() && holds(condition, subject, next.get()) == holds) {
            next = nextTurn(condition, subject, next.get());
        }
        return new Judgement(holds, next);
    }

    /** The answer alone. */
    public static boolean holds(Condition condition, Subject subject, Instant now) {
        return switch (condition) {
            case Condition.All(var parts) -> {
                for (Condition part : parts) if (!holds(part, subject, now)) yield false;
                yield true;
            }
            case Condition.Any(var parts) -> {
                for (Condition part : parts) if (holds(part, subject, now)) yield true;
                yield false;
            }
            case Condition.Not(var part) -> !holds(part, subject, now);
            case Condition.TraitIs(var path, var test) ->
                test.test(subject.traits().at(path));
            case Condition.EventCount(var query, var count, var within) ->
                count.test(count(subject.behaviour().occurrences(query.id()), within, now));
        };
    }

    /** The first instant after {@code now} at which a part gives another answer than just before. */
    private static Optional<Instant> nextTurn(Condition condition, Subject subject, Instant now) {
        return switch (condition) {
            case Condition.All(var parts) -> earliest(parts, subject, now);
            case Condition.Any(var parts) -> earliest(parts, subject, now);
            case Condition.Not(var part) -> nextTurn(part, subject, now);
            case Condition.TraitIs _ -> Optional.empty();
            case Condition.EventCount event ->
                nextTurn(event, subject.behaviour().occurrences(event.query().id()), now);
        };
    }

    private static Optional<Instant> earliest(List<Condition> parts, Subject subject, Instant now) {
        Optional<Instant> earliest = Optional.empty();
        for (Condition part : parts) earliest = earlier(earliest, nextTurn(part, subject, now));
        return earliest;
    }

    private static Optional<Instant> nextTurn(Condition.EventCount event, List<Stamp> latestFirst, Instant now) {
        boolean before = event.count().test(count(latestFirst, event.within(), now));
        Optional<Instant> next = nextCount(latestFirst, event.within(), now);
        while (next.isPresent() && event.count().test(count(latestFirst, event.within(), next.get())) == before) {
            next = nextCount(latestFirst, event.within(), next.get());
        }
        return next;
    }

    /** How many lie in {@code now − within < at ≤ now}. */
    private static int count(List<Stamp> latestFirst, Optional<Duration> within, Instant now) {
        int started = firstNotAfter(latestFirst, now);
        int ended = within.isEmpty() ? latestFirst.size() : firstNotAfter(latestFirst, now.minus(within.get()));
        return ended - started;
    }

    /** The next instant at which an occurrence enters or leaves the window. */
    private static Optional<Instant> nextCount(List<Stamp> latestFirst, Optional<Duration> within, Instant now) {
        int started = firstNotAfter(latestFirst, now);
        Optional<Instant> enters = started == 0
                ? Optional.empty()
                : Optional.of(latestFirst.get(started - 1).at());
        if (within.isEmpty()) return enters;
        int ended = firstNotAfter(latestFirst, now.minus(within.get()));
        Optional<Instant> leaves = ended == 0
                ? Optional.empty()
                : Optional.of(latestFirst.get(ended - 1).at().plus(within.get()));
        return earlier(enters, leaves);
    }

    /** The place of the first occurrence at or before an instant. */
    private static int firstNotAfter(List<Stamp> latestFirst, Instant instant) {
        int low = 0;
        int high = latestFirst.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (latestFirst.get(middle).at().isAfter(instant)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty()) return other;
        if (other.isEmpty()) return one;
        return one.get().isBefore(other.get()) ? one : other;
    }
}
