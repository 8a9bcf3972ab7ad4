package io.carillon.core.journey;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.SortedSet;

/** Times of day on a person's clock. */
public final class ClockTimes {
    /** One day of the week comes within so many days, also where a zone left a date out. */
    private static final int DAYS_AHEAD = 15;

    private ClockTimes() {}

    /**
     * The first instant after {@code now} at which the clock shows a time on one of some days. A time that the clock jumps
     * over is the instant of the jump; one that it shows twice counts the first time.
     *
     * @param days not empty
     */
    public static Instant next(LocalTime time, SortedSet<DayOfWeek> days, Instant now, ZoneId zone) {
        LocalDate today = now.atZone(zone).toLocalDate();
        for (int ahead = 0; ahead <= DAYS_AHEAD; ahead++) {
            LocalDate date = today.plusDays(ahead);
            if (!days.contains(date.getDayOfWeek())) continue;
            Instant shown = shown(date.atTime(time), zone);
            if (shown.isAfter(now)) return shown;
        }
        throw new IllegalArgumentException("no day of the week");
    }

    private static Instant shown(LocalDateTime at, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(at);
        if (change == null) return at.atZone(zone).toInstant();
        return change.isGap() ? change.getInstant() : at.toInstant(change.getOffsetBefore());
    }
}
