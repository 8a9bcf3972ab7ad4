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

    /** Today alone where that says enough, so that what is mended today is seen today. */
    static Optional<Recent> of(Evidence evidence, String name) {
        var days = new ArrayList<EventStats>();
        evidence.today().event(name).ifPresent(days::add);
        long looked = days.stream().mapToLong(EventStats::looked).sum();
        int before = evidence.past().size();
        boolean isEnough = evidence.partOfDay() >= DAY_MIN && looked >= Shift.OF_MIN;
        for (int more = 0; more < DAYS_MAX && before > 0 && !isEnough; more++) {
            Optional<EventStats> day = evidence.past().get(--before).event(name);
            if (day.isPresent()) {
                days.add(day.get());
                looked += day.get().looked();
            }
            isEnough = looked >= ENOUGH;
        }
        return looked < Shift.OF_MIN ? Optional.empty() : Optional.of(new Recent(evidence, name, days, before));
    }

    /** @param before how many days of the evidence's past come before those */
    private Recent(Evidence evidence, String name, List<EventStats> days, int before) {
        this(
                evidence,
                name,
                days.size() == 1 ? days.getFirst() : EventStats.sum(days),
                compared(evidence.past(name, before)));
    }

    private static List<EventStats> compared(List<EventStats> past) {
        return past.size() >= Evidence.DAYS_MIN ? past : List.of();
    }

    Subject about(String field) {
        return new Subject(evidence.source(), name, field);
    }
}
