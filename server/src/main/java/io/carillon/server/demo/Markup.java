package io.carillon.server.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How times, numbers and texts stand on every page. */
final class Markup {
    private static final DateTimeFormatter TIME = format("HH:mm");
    private static final DateTimeFormatter DAY = format("EEEE, d MMMM yyyy");
    private static final DateTimeFormatter SHORT_DAY = format("d MMM");
    private static final DateTimeFormatter MOMENT = format("d MMM yyyy, HH:mm");
    private static final DateTimeFormatter WHOLE = format("d MMMM yyyy HH:mm");

    private Markup() {}

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(DayClock.ZONE);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String day(Instant at) {
        return DAY.format(at);
    }

    static String shortDay(Instant at) {
        return SHORT_DAY.format(at);
    }

    /** {@code 14 March 2011 10:20}. */
    static String whole(Instant at) {
        return WHOLE.format(at);
    }

    /** Short to see, whole to look up. */
    static Html moment(Instant at) {
        return Html.of("<time datetime=\"{}\" title=\"{}\">{}</time>", at, WHOLE.format(at), MOMENT.format(at));
    }

    static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** With one decimal below a hundred. */
    static String rate(double perSecond) {
        return perSecond >= 100
                ? number(Math.round(perSecond))
                : BigDecimal.valueOf(perSecond)
                        .setScale(1, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    /** {@code 1 day 2 hours}: the two largest units. */
    static String said(Duration duration) {
        var parts = new ArrayList<String>();
        add(parts, duration.toDays(), "day");
        add(parts, duration.toHoursPart(), "hour");
        add(parts, duration.toMinutesPart(), "minute");
        add(parts, duration.toSecondsPart(), "second");
        return parts.isEmpty() ? "no time" : String.join(" ", parts.subList(0, Math.min(2, parts.size())));
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count > 0) parts.add(count(count, unit));
    }

    /** {@code 1 customer}, {@code 1,200 customers}. */
    static String count(long count, String noun) {
        return number(count) + " " + (count == 1 ? noun : noun + "s");
    }

    /** For text and attribute values. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    static Html outcome(String word) {
        return Html.of("<span class=\"tag {}\">{}</span>", word, word);
    }

    static Html empty(String why) {
        return Html.of("<p class=\"empty\">{}</p>", why);
    }
}
