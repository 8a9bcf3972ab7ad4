package io.carillon.core.audit.judge;

import io.carillon.core.audit.EventStats;
import io.carillon.core.audit.SourceDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What one source is judged by.
 *
 * @param past every day from the first on which anything came to yesterday, without gaps, at most {@link #PAST_MAX}
 * @param today what came of it so far
 * @param brokenSince events with findings that are open, and since which day: the past that they are compared with ends
 *     there, so that what is wrong does not become what is usual
 */
public record Evidence(
        String source, List<SourceDay> past, SourceDay today, Instant now, SortedMap<String, LocalDate> brokenSince) {
    /** Four weeks and the days that are judged themselves. */
    public static final int PAST_MAX = 30;

    /** From so many days on there is a past to compare with. */
    static final int DAYS_MIN = 7;

    public Evidence {
        past = List.copyOf(past);
    }

    public static Evidence of(String source, List<SourceDay> days, Instant now) {
        return of(source, days, now, Collections.emptySortedMap());
    }

    /**
     * What is known on an instant's day.
     *
     * @param days those that are known, in any order; a day of which nothing is known was empty
     */
    public static Evidence of(
            String source, List<SourceDay> days, Instant now, SortedMap<String, LocalDate> brokenSince) {
        LocalDate today = SourceDay.dayOf(now);
        LocalDate first = days.stream()
                .map(SourceDay::day)
                .min(LocalDate::compareTo)
                .filter(day -> day.isBefore(today))
                .map(day -> day.isBefore(today.minusDays(PAST_MAX)) ? today.minusDays(PAST_MAX) : day)
                .orElse(today);
        var past = new ArrayList<SourceDay>();
        for (LocalDate day = first; day.isBefore(today); day = day.plusDays(1)) past.add(on(days, day));
        return new Evidence(source, past, on(days, today), now, brokenSince);
    }

    private static SourceDay on(List<SourceDay> days, LocalDate day) {
        return days.stream().filter(it -> it.day().equals(day)).findFirst().orElseGet(() -> new SourceDay(day));
    }

    boolean hasPast() {
        return past.size() >= DAYS_MIN;
    }

    SortedSet<String> names() {
        var names = new TreeSet<>(today.events().keySet());
        for (SourceDay day : past) names.addAll(day.events().keySet());
        return names;
    }

    /** A name's statistics of each day of the past before one, where it came and nothing was wrong yet. */
    List<EventStats> past(String name, int before) {
        LocalDate broken = Optional.ofNullable(brokenSince.get(name)).orElse(LocalDate.MAX);
        return past.subList(0, before).stream()
                .filter(day -> day.day().isBefore(broken))
                .map(day -> day.event(name))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What part of the present day is over, from 0 to 1. */
    double partOfDay() {
        return now.atZone(ZoneOffset.UTC).toLocalTime().toSecondOfDay() / 86_400.0;
    }
}
