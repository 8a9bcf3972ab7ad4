package io.carillon.core.schema;

import com.google.re2j.Pattern;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The values of {@code format} that are checked; any other one says something to people only. */
final class Formats {
    private static final Pattern UUID =
            Pattern.compile("[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+");

    private static final Map<String, Predicate<String>> BY_NAME = new TreeMap<>(Map.of(
            "date", text -> text.length() == 10 && isTime(() -> LocalDate.parse(text)),
            "date-time", text -> text.length() >= 20 && isTime(() -> OffsetDateTime.parse(text)),
            "time", Formats::isTimeOfDay,
            "email", text -> EMAIL.matches(text),
            "idn-email", text -> EMAIL.matches(text),
            "uuid", text -> UUID.matches(text),
            "uri", text -> isUri(text, true),
            "uri-reference", text -> isUri(text, false)));

    private Formats() {}

    static Optional<Predicate<String>> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static boolean isTimeOfDay(String text) {
        return isTime(() -> OffsetTime.parse(text)) || isTime(() -> LocalTime.parse(text));
    }

    private interface Parse {
        Object parse();
    }

    private static boolean isTime(Parse text) {
        try {
            text.parse();
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static boolean isUri(String text, boolean isAbsolute) {
        try {
            return URI.create(text).isAbsolute() || !isAbsolute;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
