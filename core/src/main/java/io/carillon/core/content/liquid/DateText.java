package io.carillon.core.content.liquid;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a date as people and machines write it: {@code 2026-03-02T09:00:00Z}, {@code March 14, 2016}, {@code 14.3.2016},
 * {@code Mon, 2 Mar 2026 09:00:00 +0100}, {@code 10:30 pm}. Without a date it is today's, without a zone the given one.
 */
final class DateText {
    static final int CHARS_MAX = 100;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> MONTHS_LONG = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final List<String> DAYS = List.of(
            "mon",
            "tue",
            "wed",
            "thu",
            "fri",
            "sat",
            "sun",
            "monday",
            "tuesday",
            "wednesday",
            "thursday",
            "friday",
            "saturday",
            "sunday",
            "tues",
            "thur",
            "thurs");
    private static final List<String> SKIPPED = List.of("t", "st", "nd", "rd", "th", "of", "at", "the");
    private static final List<String> AMERICAN = List.of("est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt");
    private static final int[] AMERICAN_HOURS = {-5, -4, -6, -5, -7, -6, -8, -7};

    private final String text;
    private final ZonedDateTime today;
    private final List<String> numbers = new ArrayList<>();
    private int at;
    private int year = -1;
    private int month = -1;
    private int day = -1;
    private int hour = -1;
    private int minute;
    private int second;
    private int nano;
    private Optional<ZoneId> zone = Optional.empty();

    /** Reads one text, given in lower case and at most {@link #CHARS_MAX} long. */
    DateText(String text, ZonedDateTime today) {
        this.text = text;
        this.today = today;
    }

    /** Empty when it is no date. */
    Optional<ZonedDateTime> read() {
        while (at < text.length()) if (!readOne()) return Optional.empty();
        if (!placeNumbers() || (year < 0 && hour < 0)) return Optional.empty();
        try {
            LocalDateTime local = year < 0
                    ? today.toLocalDate().atTime(Math.max(0, hour), minute, Math.min(59, second), nano)
                    : LocalDateTime.of(year, month, day, Math.max(0, hour), minute, Math.min(59, second), nano);
            return Optional.of(local.atZone(zone.orElse(today.getZone())));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private boolean readOne() {
        char c = text.charAt(at);
        if (c >= '0' && c <= '9') return readDigits();
        if (c >= 'a' && c <= 'z') return readWord();
        if ((c == '+' || c == '-') && hour >= 0 && zone.isEmpty()) return readOffset();
        at++;
        return c == ',' || c == '.' || c == '-' || c == '/' || c == '(' || c == ')' || Tokens.isSpace(c);
    }

    private String digits() {
        int start = at;
        at = Numbers.digitsEnd(text, at);
        return text.substring(start, at);
    }

    private char next() {
        return at < text.length() ? text.charAt(at) : ' ';
    }

    private boolean digitFollows() {
        return at + 1 < text.length() && text.charAt(at + 1) >= '0' && text.charAt(at + 1) <= '9';
    }

    private boolean readDigits() {
        String first = digits();
        if (first.length() > 14) return false;
        if (next() == ':' && digitFollows()) return readTime(first);
        boolean separated = (next() == '-' || next() == '/' || next() == '.') && digitFollows();
        if (separated && hour < 0 && year < 0 && month < 0) return readDate(first, next());
        if (first.length() == 8 && year < 0)
            return date(first.substring(0, 4), first.substring(4, 6), first.substring(6));
        if (first.length() == 6 && year >= 0 && hour < 0) {
            hour = Integer.parseInt(first.substring(0, 2));
            minute = Integer.parseInt(first.substring(2, 4));
            second = Integer.parseInt(first.substring(4));
            return true;
        }
        if (first.length() > 4) return false;
        int before = at;
        while (at < text.length() && Tokens.isSpace(text.charAt(at))) at++;
        boolean clock = text.startsWith("am", at) || text.startsWith("pm", at);
        at = before;
        if (clock && hour < 0) hour = Integer.parseInt(first);
        else numbers.add(first);
        return true;
    }

    private boolean readTime(String hours) {
        if (hour >= 0 || hours.length() > 2) return false;
        hour = Integer.parseInt(hours);
        at++;
        minute = twoDigits(digits());
        if (next() == ':' && digitFollows()) {
            at++;
            second = twoDigits(digits());
            if ((next() == '.' || next() == ',') && digitFollows()) {
                at++;
                nano = Integer.parseInt((digits() + "000000000").substring(0, 9));
            }
        }
        return minute >= 0 && second >= 0;
    }

    private static int twoDigits(String digits) {
        return digits.length() <= 2 ? Integer.parseInt(digits) : -1;
    }

    private boolean readDate(String first, char separator) {
        at++;
        String middle = digits();
        if (next() != separator || !digitFollows()) return first.length() >= 3 && date(first, middle, "1");
        at++;
        String last = digits();
        boolean yearLast = last.length() > 2 && first.length() <= 2;
        return yearLast ? date(last, middle, first) : date(first, middle, last);
    }

    private boolean date(String y, String m, String d) {
        if (y.length() > 4 || m.length() > 2 || d.length() > 2) return false;
        year = century(y);
        month = Integer.parseInt(m);
        day = Integer.parseInt(d);
        return true;
    }

    private static int century(String digits) {
        int number = Integer.parseInt(digits);
        return digits.length() > 2 ? number : number + (number < 69 ? 2000 : 1900);
    }

    private boolean readWord() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= 'a' && text.charAt(at) <= 'z') at++;
        String word = text.substring(start, at);
        int named = MONTHS.contains(word) ? MONTHS.indexOf(word) : MONTHS_LONG.indexOf(word);
        if (word.equals("sept")) named = 8;
        if (named >= 0) {
            month = named + 1;
            return true;
        }
        if (word.equals("am") || word.equals("pm")) {
            if (hour < 1 || hour > 12) return false;
            hour = hour % 12 + (word.equals("pm") ? 12 : 0);
            return true;
        }
        if (word.equals("z") || word.equals("utc") || word.equals("gmt")) return zoned(ZoneOffset.UTC);
        int american = AMERICAN.indexOf(word);
        if (american >= 0) return zoned(ZoneOffset.ofHours(AMERICAN_HOURS[american]));
        return DAYS.contains(word) || SKIPPED.contains(word);
    }

    private boolean zoned(ZoneId read) {
        zone = Optional.of(read);
        return true;
    }

    private boolean readOffset() {
        int sign = text.charAt(at) == '-' ? -1 : 1;
        at++;
        String hours = digits();
        String minutes = "0";
        if (hours.length() == 4) {
            minutes = hours.substring(2);
            hours = hours.substring(0, 2);
        } else if (next() == ':') {
            at++;
            minutes = digits();
        }
        if (hours.isEmpty() || minutes.isEmpty() || hours.length() > 2 || minutes.length() > 2) return false;
        int h = Integer.parseInt(hours);
        int m = Integer.parseInt(minutes);
        return h < 18 && m < 60 && zoned(ZoneOffset.ofHoursMinutes(sign * h, sign * m));
    }

    /** Numbers beside a month's name: its day, and the year. */
    private boolean placeNumbers() {
        if (month < 0 || year >= 0) return numbers.isEmpty();
        year = today.getYear();
        day = 1;
        if (numbers.size() > 2) return false;
        boolean dayRead = false;
        for (String number : numbers) {
            boolean isYear = number.length() > 2 || Integer.parseInt(number) > 31 || dayRead;
            if (isYear) year = century(number);
            else day = Integer.parseInt(number);
            dayRead |= !isYear;
        }
        return true;
    }
}
