package io.carillon.core.condition;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

/**
 * Which occurrences count at an instant. Each window says of an occurrence at t from when on it counts and when it stops;
 * both only grow with t.
 */
public sealed interface Window {
    Window EVER = new Ever();

    /** The longest rolling window: what is older than this counts for nobody. */
    Duration ROLLING_MAX = Duration.ofDays(36_500);

    /** From the first instant at which an occurrence at {@code at} counts. */
    Instant enters(Instant at, ZoneId zone);

    /** The first instant at which it counts no more; {@link Instant#MAX} for never. */
    Instant leaves(Instant at, ZoneId zone);

    /** Whether the newest occurrence always counts, so that of many only the latest matter. */
    boolean includesNow();

    /** All until now. */
    record Ever() implements Window {
        @Override
        public Instant enters(Instant at, ZoneId zone) {
            return at;
        }

        @Override
        public Instant leaves(Instant at, ZoneId zone) {
            return Instant.MAX;
        }

        @Override
        public boolean includesNow() {
            return true;
        }
    }

    /** {@code now − length < t ≤ now}. */
    record Rolling(Duration length) implements Window {
        public Rolling {
            if (!length.isPositive() || length.compareTo(ROLLING_MAX) > 0) {
                throw new IllegalArgumentException("a window is longer than 0s and at most 36500d, was " + length);
            }
        }

        @Override
        public Instant enters(Instant at, ZoneId zone) {
            return at;
        }

        @Override
        public Instant leaves(Instant at, ZoneId zone) {
            return at.plus(length);
        }

        @Override
        public boolean includesNow() {
            return true;
        }
    }

    /**
     * Whole days, weeks (from Monday), months, quarters or years of the person's own clock: {@code from} to {@code to}
     * periods from the one of now. Last month is −1 to −1, this week 0 to 0, the last three months −3 to −1.
     */
    record Calendar(Unit unit, int from, int to) implements Window {
        /** Periods back that can be asked for. */
        public static final int PERIODS_MAX = 1_000;

        public Calendar {
            if (from > to || to > 0 || from < -PERIODS_MAX) {
                throw new IllegalArgumentException(
                        "periods are from -%d to 0, earlier first, was %d to %d".formatted(PERIODS_MAX, from, to));
            }
        }

        @Override
        public Instant enters(Instant at, ZoneId zone) {
            return to == 0 ? at : start(at, -to, zone);
        }

        @Override
        public Instant leaves(Instant at, ZoneId zone) {
            return start(at, -from + 1, zone);
        }

        @Override
        public boolean includesNow() {
            return to == 0;
        }

        /** When the period begins that is some periods after that of an instant. */
        private Instant start(Instant at, int periods, ZoneId zone) {
            LocalDate first = unit.first(ZonedDateTime.ofInstant(at, zone).toLocalDate());
            return unit.plus(first, periods).atStartOfDay(zone).toInstant();
        }
    }

    /** A calendar's period. */
    enum Unit {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR;

        LocalDate first(LocalDate day) {
            return switch (this) {
                case DAY -> day;
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        LocalDate plus(LocalDate first, int periods) {
            return switch (this) {
                case DAY -> first.plusDays(periods);
                case WEEK -> first.plusWeeks(periods);
                case MONTH -> first.plusMonths(periods);
                case QUARTER -> first.plusMonths(3L * periods);
                case YEAR -> first.plusYears(periods);
            };
        }
    }
}
