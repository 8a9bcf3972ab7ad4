package io.carillon.cleanse.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A day, or as much of one as was said.
 *
 * @param precision year, month or day
 * @param year of our calendar; empty for a birthday without it
 * @param month 1 to 12, 1 when only the year was said
 * @param day of the month, 1 when it was not said
 * @param changes how it was understood, where that is more than reading
 */
record Day(Precision precision, Optional<Integer> year, int month, int day, List<String> changes) {
    static final int YEAR_MIN = 1000;
    private static final int YEAR_MAX = 9999;

    /** Two digits are of the hundred years from here: who is asked for a birthday is seldom older. */
    private static final int PIVOT_YEAR = 1940;

    Day {
        changes = List.copyOf(changes);
    }

    /** Empty when there is no such day. */
    static Optional<Day> of(int year, int month, int day) {
        return year(year).isEmpty() || !exists(year, month, day)
                ? Optional.empty()
                : Optional.of(new Day(Precision.DAY, Optional.of(year), month, day, List.of()));
    }

    static Optional<Day> ofMonth(int year, int month) {
        return year(year).isEmpty() || month < 1 || month > 12
                ? Optional.empty()
                : Optional.of(new Day(Precision.MONTH, Optional.of(year), month, 1, List.of()));
    }

    static Optional<Day> ofYear(int year) {
        return year(year).map(some -> new Day(Precision.YEAR, Optional.of(some), 1, 1, List.of()));
    }

    static Optional<Day> ofBirthday(int month, int day) {
        boolean some =
                month >= 1 && month <= 12 && day >= 1 && day <= Month.of(month).maxLength();
        return some ? Optional.of(new Day(Precision.DAY, Optional.empty(), month, day, List.of())) : Optional.empty();
    }

    static Optional<Day> of(LocalDate date) {
        return of(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    /** Of two digits the year from {@value #PIVOT_YEAR} on. */
    static int century(int twoDigits) {
        int year = PIVOT_YEAR / 100 * 100 + twoDigits;
        return year < PIVOT_YEAR ? year + 100 : year;
    }

    private static Optional<Integer> year(int year) {
        return year >= YEAR_MIN && year <= YEAR_MAX ? Optional.of(year) : Optional.empty();
    }

    private static boolean exists(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day).getDayOfMonth() == day;
        } catch (DateTimeException e) {
            return false;
        }
    }

    Day with(String change) {
        var more = new ArrayList<>(changes);
        more.add(change);
        return new Day(precision, year, month, day, more);
    }

    Optional<LocalDate> date() {
        return precision == Precision.DAY ? year.map(some -> LocalDate.of(some, month, day)) : Optional.empty();
    }

    /** {@code 2024}, {@code 2024-05}, {@code 2024-05-31}, {@code --05-31}. */
    String iso() {
        String first = year.map("%04d"::formatted).orElse("-");
        return switch (precision) {
            case YEAR -> first;
            case MONTH -> "%s-%02d".formatted(first, month);
            default -> "%s-%02d-%02d".formatted(first, month, day);
        };
    }
}
