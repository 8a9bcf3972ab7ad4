package io.carillon.testkit.condition;

import io.carillon.core.condition.Window;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days, weeks, months, quarters and years, numbered. */
final class Periods {
    private static final LocalDate A_MONDAY = LocalDate.of(1900, 1, 1);

    private Periods() {}

    static long number(Window.Unit unit, Instant at, ZoneId zone) {
        LocalDate day = at.atZone(zone).toLocalDate();
        long days = day.toEpochDay() - A_MONDAY.toEpochDay();
        long months = 12L * day.getYear() + day.getMonthValue() - 1;
        return switch (unit) {
            case DAY -> days;
            case WEEK -> Math.floorDiv(days, 7L);
            case MONTH -> months;
            case QUARTER -> months / 3;
            case YEAR -> months / 12;
        };
    }

    static Instant start(Window.Unit unit, long number, ZoneId zone) {
        LocalDate day = switch (unit) {
            case DAY -> A_MONDAY.plusDays(number);
            case WEEK -> A_MONDAY.plusDays(7 * number);
            case MONTH -> LocalDate.of((int) (number / 12), (int) (number % 12) + 1, 1);
            case QUARTER -> LocalDate.of((int) (number / 4), (int) (number % 4) * 3 + 1, 1);
            case YEAR -> LocalDate.of((int) number, 1, 1);
        };
        return day.atStartOfDay(zone).toInstant();
    }
}
