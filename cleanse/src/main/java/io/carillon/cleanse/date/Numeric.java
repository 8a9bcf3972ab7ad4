package io.carillon.cleanse.date;

import io.carillon.cleanse.DateOrder;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates in numbers. What is read more often comes first: the day before the month, as most of the world writes. */
final class Numeric {
    private static final String SEPARATOR = "(?:\\s*[./\\-,\u00B7\u2010-\u2015]\\s*|\\s+)";
    private static final Pattern THREE =
            Pattern.compile("(\\d{1,4})" + SEPARATOR + "(\\d{1,2})" + SEPARATOR + "'?(\\d{1,4})\\.?");
    private static final Pattern YEAR_MONTH = Pattern.compile("(\\d{4})" + SEPARATOR + "(\\d{1,2})\\.?");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\d{1,2})" + SEPARATOR + "(\\d{4})\\.?");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})\\.?");
    private static final Pattern BIRTHDAY = Pattern.compile("--(\\d{2})-?(\\d{2})");
    private static final Pattern DAY_MONTH = Pattern.compile("(\\d{1,2})\\.\\s*(\\d{1,2})\\.");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{4})-(\\d{3})");
    private static final Pattern WEEK = Pattern.compile("(\\d{4})-?[Ww](\\d{2})(?:-?([1-7]))?");
    private static final Pattern COMPACT = Pattern.compile("\\d{8}");

    /** Eight digits without anything between them are a date when their year is one that people write dates of. */
    private static final int COMPACT_YEAR_MIN = 1600;

    private static final int COMPACT_YEAR_MAX = 2199;

    private Numeric() {}

    /** Whether a text is written so at all, possible or not. */
    static boolean covers(String text) {
        return Stream.of(THREE, YEAR_MONTH, MONTH_YEAR, YEAR, BIRTHDAY, DAY_MONTH, ORDINAL, WEEK, COMPACT)
                .anyMatch(pattern -> pattern.matcher(text).matches());
    }

    static List<Reading> read(String text, Optional<DateOrder> hinted) {
        Matcher week = WEEK.matcher(text);
        if (week.matches()) return single(week(week));
        Matcher ordinal = ORDINAL.matcher(text);
        if (ordinal.matches()) return single(ordinal(number(ordinal, 1), number(ordinal, 2)));
        Matcher birthday = BIRTHDAY.matcher(text);
        if (birthday.matches()) return single(Day.ofBirthday(number(birthday, 1), number(birthday, 2)));
        Matcher yearMonth = YEAR_MONTH.matcher(text);
        if (yearMonth.matches()) return single(Day.ofMonth(number(yearMonth, 1), number(yearMonth, 2)));
        Matcher monthYear = MONTH_YEAR.matcher(text);
        if (monthYear.matches()) return single(Day.ofMonth(number(monthYear, 2), number(monthYear, 1)));
        Matcher year = YEAR.matcher(text);
        if (year.matches()) return single(Day.ofYear(number(year, 1)));
        Matcher three = THREE.matcher(text);
        if (three.matches()) return three(three.group(1), three.group(2), three.group(3), hinted);
        Matcher dayMonth = DAY_MONTH.matcher(text);
        if (dayMonth.matches()) return single(Day.ofBirthday(number(dayMonth, 2), number(dayMonth, 1)));
        return COMPACT.matcher(text).matches() ? compact(text) : List.of();
    }

    private static List<Reading> three(String first, String second, String third, Optional<DateOrder> hinted) {
        int a = Integer.parseInt(first);
        int b = Integer.parseInt(second);
        int c = Integer.parseInt(third);
        if (first.length() >= 3) return single(Day.of(a, b, c));
        if (third.length() == 4) return either(c, "", a, b);
        if (third.length() == 3) return List.of();
        int front = Day.century(a);
        List<Reading> inFront = single(Day.of(front, b, c).map(day -> day.with("two-digit year read as " + front)));
        if (hinted.equals(Optional.of(DateOrder.YMD)) && !inFront.isEmpty()) return inFront;
        int year = Day.century(c);
        List<Reading> usual = either(year, "two-digit year read as " + year, a, b);
        // A year of two digits in front is rare: it is one when nothing else can be meant.
        return usual.isEmpty() ? inFront : usual;
    }

    private static List<Reading> either(int year, String change, int a, int b) {
        var readings = new ArrayList<Reading>();
        Day.of(year, b, a).ifPresent(day -> readings.add(Reading.of(told(day, change), DateOrder.DMY)));
        if (a != b) Day.of(year, a, b).ifPresent(day -> readings.add(Reading.of(told(day, change), DateOrder.MDY)));
        return readings;
    }

    private static Day told(Day day, String change) {
        return change.isEmpty() ? day : day.with(change);
    }

    private static List<Reading> compact(String digits) {
        int[] front = {number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8)};
        var readings = new ArrayList<Reading>();
        if (isCompactYear(front[0])) {
            Day.of(front[0], front[1], front[2]).ifPresent(day -> readings.add(Reading.of(day, DateOrder.YMD)));
        }
        int year = number(digits, 4, 8);
        if (isCompactYear(year)) {
            readings.addAll(either(year, "", number(digits, 0, 2), number(digits, 2, 4)));
        }
        return readings;
    }

    private static boolean isCompactYear(int year) {
        return year >= COMPACT_YEAR_MIN && year <= COMPACT_YEAR_MAX;
    }

    private static Optional<Day> week(Matcher week) {
        try {
            LocalDate some = LocalDate.of(number(week, 1), 1, 4);
            int number = number(week, 2);
            if (number < 1
                    || number
                            > IsoFields.WEEK_OF_WEEK_BASED_YEAR
                                    .rangeRefinedBy(some)
                                    .getMaximum()) {
                return Optional.empty();
            }
            boolean whole = week.group(3) == null;
            LocalDate date = some.with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, number)
                    .with(DayOfWeek.of(whole ? 1 : number(week, 3)));
            return Day.of(date).map(day -> day.with(whole ? "first day of the week" : "week date"));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Day> ordinal(int year, int dayOfYear) {
        try {
            return Day.of(LocalDate.ofYearDay(year, dayOfYear)).map(day -> day.with("day of the year"));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<Reading> single(Optional<Day> day) {
        return day.map(Reading::of).stream().toList();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int number(String digits, int start, int end) {
        return Integer.parseInt(digits.substring(start, end));
    }
}
