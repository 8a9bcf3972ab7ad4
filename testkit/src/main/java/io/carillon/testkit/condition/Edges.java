package io.carillon.testkit.condition;

import io.carillon.core.condition.Condition;
import io.carillon.core.condition.DateTest;
import io.carillon.core.condition.Dates;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.condition.Window;
import io.carillon.core.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SortedSet;
import java.util.TreeSet;

/** All instants at which an answer can change by time alone, as an oracle sees it. */
public final class Edges {
    private static final int YEARS_AHEAD = 3;

    private final Oracle oracle;
    private final Instant now;
    private final TreeSet<Instant> edges = new TreeSet<>();

    private Edges(Oracle oracle, Instant now) {
        this.oracle = oracle;
        this.now = now;
    }

    /** After an instant; of what comes round every year, those of the next three years. */
    public static SortedSet<Instant> after(Instant now, Condition condition, Oracle oracle) {
        var edges = new Edges(oracle, now);
        edges.collect(condition);
        return edges.edges.tailSet(now, false);
    }

    private void collect(Condition condition) {
        switch (condition) {
            case Condition.All(var parts) -> parts.forEach(this::collect);
            case Condition.Any(var parts) -> parts.forEach(this::collect);
            case Condition.Not(var part) -> collect(part);
            case Condition.Named(var _, var _, var inner) -> collect(inner);
            case Condition.Measured measured ->
                oracle.counted(measured).forEach(it -> collect(measured.window(), it.at()));
            case Condition.Sequence(var steps, var window) -> {
                for (Condition.Then step : steps) {
                    for (Occurrence it : oracle.latest(step.query()))
                        collect(window, it.stamp().at());
                    step.without()
                            .forEach(query -> oracle.latest(query)
                                    .forEach(it -> collect(window, it.stamp().at())));
                }
            }
            case Condition.TraitDate(var path, var test) -> oracle.traits(path).forEach(value -> collect(test, value));
            case Condition.TraitIs _,
                    Condition.Subscription _,
                    Condition.Reachable _,
                    Condition.OnJourney _,
                    Condition.Bucket _ -> {}
        }
    }

    private void collect(Window window, Instant at) {
        edges.add(at);
        switch (window) {
            case Window.Ever() -> {}
            case Window.Rolling(var length) -> edges.add(at.plus(length));
            case Window.Calendar(var unit, var from, var to) -> {
                long number = Periods.number(unit, at, zone());
                edges.add(Periods.start(unit, number - to, zone()));
                edges.add(Periods.start(unit, number - from + 1, zone()));
            }
        }
    }

    private void collect(DateTest test, Value value) {
        if (Dates.read(value, zone()).isEmpty()) return;
        Instant at = Dates.read(value, zone()).get();
        switch (test) {
            case DateTest.WithinLast(var length) -> around(at, length);
            case DateTest.WithinNext(var length) -> around(at, length);
            case DateTest.LongerAgo(var length) -> around(at, length);
            case DateTest.FurtherAhead(var length) -> around(at, length);
            case DateTest.Anniversary(var days) -> {
                LocalDate day = at.atZone(zone()).toLocalDate();
                int year = now.atZone(zone()).getYear();
                for (int i = year - 1; i <= year + YEARS_AHEAD; i++) {
                    LocalDate returned = day.withYear(i);
                    edges.add(returned.minusDays(days).atStartOfDay(zone()).toInstant());
                    edges.add(returned.plusDays(1).atStartOfDay(zone()).toInstant());
                }
            }
        }
    }

    private void around(Instant at, Duration length) {
        edges.add(at);
        edges.add(at.plus(length));
        edges.add(at.minus(length));
    }

    private ZoneId zone() {
        return oracle.person().zone();
    }
}
