package io.carillon.linkage.compare;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as it is written: its parts need not be one that the calendar has, since a slip may have made it so.
 *
 * @param year four digits
 * @param month as written, maybe 0 or 31
 * @param day as written
 */
public record Day(int year, int month, int day) {
    private static final Pattern TIGHT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})(?:[T ].*)?");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");
    private static final int MONTHS = 12;

    /**
     * Reads the usual ways to write a date in numbers.
     *
     * @param isMonthFirst whether 3/4/1980 is the fourth of March
     */
    public static Optional<Day> parse(String lower, boolean isMonthFirst) {
        Matcher tight = TIGHT.matcher(lower);
        if (tight.matches()) return Optional.of(of(tight, 1, 2, 3));
        Matcher yearFirst = YEAR_FIRST.matcher(lower);
        if (yearFirst.matches()) return Optional.of(of(yearFirst, 1, 2, 3));
        Matcher yearLast = YEAR_LAST.matcher(lower);
        if (!yearLast.matches()) return Optional.empty();
        int first = Integer.parseInt(yearLast.group(1));
        int second = Integer.parseInt(yearLast.group(2));
        boolean isMonthBefore = isMonthFirst ? first <= MONTHS || second > MONTHS : second > MONTHS && first <= MONTHS;
        return Optional.of(isMonthBefore ? of(yearLast, 3, 1, 2) : of(yearLast, 3, 2, 1));
    }

    /** Whether it can only be read with the month first: the second number is too large for a month. */
    public static boolean showsMonthFirst(String lower) {
        Matcher yearLast = YEAR_LAST.matcher(lower);
        return yearLast.matches()
                && Integer.parseInt(yearLast.group(2)) > MONTHS
                && Integer.parseInt(yearLast.group(1)) <= MONTHS;
    }

    /** Whether it can only be read with the day first. */
    public static boolean showsDayFirst(String lower) {
        Matcher yearLast = YEAR_LAST.matcher(lower);
        return yearLast.matches()
                && Integer.parseInt(yearLast.group(1)) > MONTHS
                && Integer.parseInt(yearLast.group(2)) <= MONTHS;
    }

    private static Day of(Matcher matcher, int year, int month, int day) {
        return new Day(
                Integer.parseInt(matcher.group(year)),
                Integer.parseInt(matcher.group(month)),
                Integer.parseInt(matcher.group(day)));
    }

    /** {@code YYYYMMDD}. */
    public String digits() {
        int number = year * 10_000 + month * 100 + day;
        return ("00000000" + number).substring(Integer.toString(number).length());
    }

    /** Days since an unimportant one, to about a day. */
    int roughly() {
        return (int) (year * 365.25 + month * 30.44 + day);
    }
}
