package io.carillon.core.audit.judge;

import io.carillon.core.audit.EventStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Events of one name as they come now, and as they came before: today's, and as many days more as it takes to say
 * something.
 *
 * @param past the days before those, where there were any
 */
record Recent(Evidence evidence, String name, EventStats now, List<EventStats> past) {
    /** So many are enough. */
    private static final long ENOUGH = 120;
    /** Early in a day its hours are no picture of it. */
    private static final double DAY_MIN = 0.25;
    /** A rare event is looked at over a week. */
    private static final int DAYS_MAX = 7;

    static Optional<Recent> of(Evidence evidence, String name) {
        var days = new ArrayList<EventStats>();
        long looked = 0;
        Optional<EventStats> today = evidence.today().event(name);
        if (today.isPresent()) {
            days.add(today.get());
            looked = today.get().looked();
        }
        int before = evidence.past().size();
        boolean isEarly = evidence.partOfDay() < DAY_MIN;
        for (int more = 0; more < DAYS_MAX && before > 0 && (looked < ENOUGH || (isEarly && more == 0)); more++) {
            Optional<EventStats> day = evidence.past().get(--before).event(name);
            if (day.isEmpty()) continue;
            days.add(day.get());
            looked += day.get().looked();
        }
        if (looked < Shift.OF_MIN) return Optional.empty();
        List<EventStats> past = evidence.past(name, before);
        EventStats now = days.size() == 1 ? days.getFirst() : EventStats.sum(days);
        boolean hasPast = past.size() >= Evidence.DAYS_MIN;
        return Optional.of(new Recent(evidence, name, now, hasPast ? past : List.of()));
    }

    Subject about(String field) {
        return new Subject(evidence.source(), name, field);
    }
}
