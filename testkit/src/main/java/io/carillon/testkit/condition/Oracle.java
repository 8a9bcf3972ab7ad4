package io.carillon.testkit.condition;

import io.carillon.core.condition.Buckets;
import io.carillon.core.condition.Condition;
import io.carillon.core.condition.DateTest;
import io.carillon.core.condition.Dates;
import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Path;
import io.carillon.core.condition.Tracking;
import io.carillon.core.condition.Window;
import io.carillon.core.person.Consent;
import io.carillon.core.person.Subscription;
import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The definition of a condition's answer, read off the whole past: slow, and plain to see. */
public record Oracle(Past past, Tracking.Bounds bounds) {

    public boolean holds(Condition condition, Instant now) {
        return switch (condition) {
            case Condition.All(var parts) -> parts.stream().allMatch(part -> holds(part, now));
            case Condition.Any(var parts) -> parts.stream().anyMatch(part -> holds(part, now));
            case Condition.Not(var part) -> !holds(part, now);
            case Condition.Named(var _, var _, var inner) -> holds(inner, now);
            case Condition.TraitIs(var path, var test) -> test.passes(traits(path));
            case Condition.TraitDate(var path, var test) ->
                traits(path).stream().anyMatch(value -> isNear(test, value, now));
            case Condition.Measured measured -> measured.test().test(measure(measured, now));
            case Condition.Sequence sequence -> isThere(sequence, now);
            case Condition.Subscription(var channel, var topic, var standing) -> {
                Optional<Consent> choice =
                        Optional.ofNullable(person().consents().choices().get(new Subscription(channel, topic.id())));
                boolean subscribed = choice.isPresent() ? choice.get().subscribed() : !topic.optIn();
                yield switch (standing) {
                    case SUBSCRIBED -> subscribed;
                    case UNSUBSCRIBED -> !subscribed;
                    case UNDECIDED -> choice.isEmpty();
                };
            }
            case Condition.Reachable(var channel) -> person().reachable().contains(channel);
            case Condition.OnJourney(var journey) -> person().journeys().contains(journey);
            case Condition.Bucket(var salt, var from, var to) -> {
                BigDecimal number = Buckets.numberOf(salt, person().splitKey());
                yield from.compareTo(number) <= 0 && number.compareTo(to) < 0;
            }
        };
    }

    /** What a measure comes to. */
    public Optional<Value> measure(Condition.Measured measured, Instant now) {
        return Measures.of(
                measured.query(),
                measured.measure(),
                counted(measured).stream()
                        .filter(it -> isIn(measured.window(), it.at(), now))
                        .toList());
    }

    List<Counted> counted(Condition.Measured measured) {
        EventQuery query = measured.query();
        List<Occurrence> measurable = Counted.matching(query, past.happened()).stream()
                .filter(it -> Measures.has(query, measured.measure(), it))
                .toList();
        return Counted.of(measurable, bounds, hour -> Measures.weight(query, measured.measure(), hour));
    }

    /** As many of the latest as are kept. */
    List<Occurrence> latest(EventQuery query) {
        return Counted.matching(query, past.happened()).stream()
                .limit(bounds.samples())
                .toList();
    }

    List<Value> traits(String path) {
        Optional<Value> exact = person().traits().get(path);
        if (exact.isPresent()) return List.of(exact.get());
        return Path.in(person().traits(), path);
    }

    Past.Person person() {
        return past.person();
    }

    private ZoneId zone() {
        return person().zone();
    }

    private boolean isIn(Window window, Instant at, Instant now) {
        if (at.isAfter(now)) return false;
        return switch (window) {
            case Window.Ever() -> true;
            case Window.Rolling(var length) -> at.isAfter(now.minus(length));
            case Window.Calendar(var unit, var from, var to) -> {
                long ago = Periods.number(unit, at, zone()) - Periods.number(unit, now, zone());
                yield from <= ago && ago <= to;
            }
        };
    }

    /** Tries all ways. */
    private boolean isThere(Condition.Sequence sequence, Instant now) {
        return latest(sequence.steps().getFirst().query()).stream()
                .filter(it -> isIn(sequence.window(), it.stamp().at(), now))
                .anyMatch(first -> goesOn(sequence, 1, first, now));
    }

    private boolean goesOn(Condition.Sequence sequence, int step, Occurrence before, Instant now) {
        if (step == sequence.steps().size()) return true;
        Condition.Then then = sequence.steps().get(step);
        return latest(then.query()).stream()
                .filter(it -> Counted.ORDER.compare(it, before) > 0)
                .filter(it -> isIn(sequence.window(), it.stamp().at(), now))
                .filter(it -> then.within().isEmpty()
                        || !it.stamp()
                                .at()
                                .isAfter(before.stamp().at().plus(then.within().get())))
                .filter(it -> then.without().stream().noneMatch(query -> isBetween(query, before, it)))
                .anyMatch(it -> goesOn(sequence, step + 1, it, now));
    }

    private boolean isBetween(EventQuery query, Occurrence before, Occurrence after) {
        return latest(query).stream()
                .anyMatch(it -> Counted.ORDER.compare(it, before) > 0 && Counted.ORDER.compare(it, after) < 0);
    }

    private boolean isNear(DateTest test, Value value, Instant now) {
        Optional<Instant> date = Dates.read(value, zone());
        if (date.isEmpty()) return false;
        Instant at = date.get();
        return switch (test) {
            case DateTest.WithinLast(var length) ->
                !at.isAfter(now) && at.plus(length).isAfter(now);
            case DateTest.WithinNext(var length) ->
                at.isAfter(now) && !at.minus(length).isAfter(now);
            case DateTest.LongerAgo(var length) -> !at.plus(length).isAfter(now);
            case DateTest.FurtherAhead(var length) -> at.minus(length).isAfter(now);
            case DateTest.Anniversary(var days) -> {
                LocalDate day = at.atZone(zone()).toLocalDate();
                LocalDate today = now.atZone(zone()).toLocalDate();
                boolean found = false;
                for (int ahead = 0; ahead <= days; ahead++) {
                    LocalDate then = today.plusDays(ahead);
                    found |= then.getYear() > day.getYear()
                            && day.withYear(then.getYear()).equals(then);
                }
                yield found;
            }
        };
    }
}
