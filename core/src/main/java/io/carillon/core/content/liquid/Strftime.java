package io.carillon.core.content.liquid;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;

/**
 * Dates by Ruby's {@code strftime}: {@code %-d %B %Y}, with the flags {@code - 0 ^ # _ :} and a width.
 *
 * @see <a href="https://docs.ruby-lang.org/en/master/strftime_formatting_rdoc.html">Ruby, strftime formatting</a>
 */
final class Strftime {
    /** A wider field would only serve to fill the memory. */
    static final int WIDTH_MAX = 100;

    static final int FORMAT_CHARS_MAX = 10_000;

    private static final String FLAGS = "-0^#_:";

    private final ZonedDateTime date;
    private final String format;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private Strftime(ZonedDateTime date, String format) {
        this.date = date;
        this.format = format;
    }

    /** The date in that format; a width or a format that is too long is a {@link Problem}. */
    static String format(ZonedDateTime date, String format) {
        if (format.length() > FORMAT_CHARS_MAX) {
            throw new Problem("a date format is longer than " + FORMAT_CHARS_MAX + " characters");
        }
        return new Strftime(date, format).run();
    }

    private String run() {
        while (at < format.length()) {
            char c = format.charAt(at);
            if (c == '%') directive();
            else {
                out.append(c);
                at++;
            }
        }
        return out.toString();
    }

    private void directive() {
        int start = at++;
        int flagsStart = at;
        while (at < format.length() && FLAGS.indexOf(format.charAt(at)) >= 0) at++;
        String flags = format.substring(flagsStart, at);
        int width = width();
        if (at < format.length()) {
            char kind = format.charAt(at++);
            if (write(kind, flags, width)) return;
        }
        out.append(format, start, at);
    }

    private int width() {
        int start = at;
        at = Numbers.digitsEnd(format, at);
        if (at == start) return -1;
        int width = at - start > 4 ? Integer.MAX_VALUE : Integer.parseInt(format.substring(start, at));
        if (width > WIDTH_MAX) {
            throw new Problem("width " + Problem.show(format.substring(start, at))
                    + " in a date format; expected at most " + WIDTH_MAX);
        }
        return width;
    }

    private boolean write(char kind, String flags, int width) {
        switch (kind) {
            case 'Y' -> number(date.getYear(), 4, '0', flags, width);
            case 'C' -> number(Math.floorDiv(date.getYear(), 100), 2, '0', flags, width);
            case 'y' -> number(Math.floorMod(date.getYear(), 100), 2, '0', flags, width);
            case 'm' -> number(date.getMonthValue(), 2, '0', flags, width);
            case 'd' -> number(date.getDayOfMonth(), 2, '0', flags, width);
            case 'e' -> number(date.getDayOfMonth(), 2, ' ', flags, width);
            case 'j' -> number(date.getDayOfYear(), 3, '0', flags, width);
            case 'H' -> number(date.getHour(), 2, '0', flags, width);
            case 'k' -> number(date.getHour(), 2, ' ', flags, width);
            case 'I' -> number(hour12(), 2, '0', flags, width);
            case 'l' -> number(hour12(), 2, ' ', flags, width);
            case 'M' -> number(date.getMinute(), 2, '0', flags, width);
            case 'S' -> number(date.getSecond(), 2, '0', flags, width);
            case 'L' -> fraction(width < 1 ? 3 : width);
            case 'N' -> fraction(width < 1 ? 9 : width);
            case 's' -> number(date.toEpochSecond(), 1, '0', flags, width);
            case 'u' -> number(date.getDayOfWeek().getValue(), 1, '0', flags, width);
            case 'w' -> number(date.getDayOfWeek().getValue() % 7, 1, '0', flags, width);
            case 'G' -> number(date.get(IsoFields.WEEK_BASED_YEAR), 4, '0', flags, width);
            case 'g' -> number(Math.floorMod(date.get(IsoFields.WEEK_BASED_YEAR), 100), 2, '0', flags, width);
            case 'V' -> number(date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, '0', flags, width);
            case 'U' -> number(week(date.getDayOfWeek().getValue() % 7), 2, '0', flags, width);
            case 'W' -> number(week(date.getDayOfWeek().getValue() - 1), 2, '0', flags, width);
            default -> {
                return writeText(kind, flags, width);
            }
        }
        return true;
    }

    private boolean writeText(char kind, String flags, int width) {
        switch (kind) {
            case 'B' -> text(date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), flags, width);
            case 'b', 'h' ->
                text(shortened(date.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH)), flags, width);
            case 'A' -> text(date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH), flags, width);
            case 'a' ->
                text(shortened(date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)), flags, width);
            case 'p' ->
                text(
                        flags.contains("#") ? halfOfDay().toLowerCase(Locale.ROOT) : halfOfDay(),
                        without(flags, '#'),
                        width);
            case 'P' -> text(halfOfDay().toLowerCase(Locale.ROOT), flags, width);
            case 'Z' -> text(zoneName(), flags, width);
            case 'z' -> offset(flags, width);
            case 'n' -> text("\n", flags, width);
            case 't' -> text("\t", flags, width);
            case '%' -> text("%", flags, width);
            case 'c' -> text(format(date, "%a %b %e %H:%M:%S %Y"), flags, width);
            case 'D', 'x' -> text(format(date, "%m/%d/%y"), flags, width);
            case 'F' -> text(format(date, "%Y-%m-%d"), flags, width);
            case 'T', 'X' -> text(format(date, "%H:%M:%S"), flags, width);
            case 'R' -> text(format(date, "%H:%M"), flags, width);
            case 'r' -> text(format(date, "%I:%M:%S %p"), flags, width);
            case 'v' -> text(format(date, "%e-%^b-%Y"), flags, width);
            case '+' -> text(format(date, "%a %b %e %H:%M:%S %Z %Y"), flags, width);
            default -> {
                return false;
            }
        }
        return true;
    }

    private int hour12() {
        return date.get(ChronoField.CLOCK_HOUR_OF_AMPM);
    }

    private String halfOfDay() {
        return date.getHour() < 12 ? "AM" : "PM";
    }

    private static String shortened(String name) {
        return name.substring(0, 3);
    }

    private int week(int daysSinceWeekStart) {
        return (date.getDayOfYear() + 6 - daysSinceWeekStart) / 7;
    }

    private String zoneName() {
        ZoneId zone = date.getZone();
        if (date.getOffset().equals(ZoneOffset.UTC) && zone instanceof ZoneOffset) return "UTC";
        return zone instanceof ZoneOffset
                ? ""
                : DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(date);
    }

    private static String without(String flags, char flag) {
        return flags.replace(String.valueOf(flag), "");
    }

    private static String padded(int number, int digits) {
        String text = String.valueOf(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    private void fraction(int digits) {
        String nanos = padded(date.getNano(), 9);
        out.append(nanos, 0, Math.min(9, digits)).repeat('0', Math.max(0, digits - 9));
    }

    private void offset(String flags, int width) {
        int seconds = date.getOffset().getTotalSeconds();
        int minutes = Math.abs(seconds) / 60;
        String colon = flags.contains(":") ? ":" : "";
        String rest = colon + padded(minutes % 60, 2);
        if (flags.contains("::")) rest += ":" + padded(Math.abs(seconds) % 60, 2);
        String hours = padded(minutes / 60, 2);
        out.append(seconds < 0 ? '-' : '+')
                .repeat('0', Math.max(0, width - 1 - hours.length() - rest.length()))
                .append(hours)
                .append(rest);
    }

    private void number(long number, int digits, char padding, String flags, int width) {
        char pad = flags.contains("_") ? ' ' : flags.contains("0") ? '0' : padding;
        int wanted = flags.contains("-") ? 0 : width >= 0 ? width : digits;
        String text = Long.toString(Math.abs(number));
        String sign = number < 0 ? "-" : "";
        int missing = Math.max(0, wanted - text.length() - sign.length());
        if (pad == ' ') out.repeat(' ', missing).append(sign);
        else out.append(sign).repeat('0', missing);
        out.append(text);
    }

    private void text(String text, String flags, int width) {
        String shown = flags.contains("^") || flags.contains("#") ? text.toUpperCase(Locale.ROOT) : text;
        char pad = flags.contains("0") ? '0' : ' ';
        if (!flags.contains("-")) out.repeat(pad, Math.max(0, width - shown.length()));
        out.append(shown);
    }
}
