package io.carillon.core.condition;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Dates as silos write them: ISO 8601 (a day, a time without a zone, a time with one), or a number of seconds or of
 * milliseconds since 1970.
 */
public final class Dates {
    private static final int LENGTH_MAX = 40;
    private static final BigDecimal SECONDS_MIN = BigDecimal.valueOf(100_000_000L);
    private static final BigDecimal MILLIS_MIN = BigDecimal.valueOf(100_000_000_000L);
    private static final BigDecimal MILLIS_MAX = BigDecimal.valueOf(100_000_000_000_000L);
    private static final int DAY_LENGTH = "2026-11-22".length();

    private Dates() {}

    /** The instant that a value names; a day is its first instant. */
    static Optional<Instant> read(Optional<Value> value, ZoneId zone) {
        return value.flatMap(it -> read(it, zone));
    }

    /** The instant that a value names; a day is its first instant. */
    public static Optional<Instant> read(Value value, ZoneId zone) {
        return switch (value) {
            case Value.Text(var text) -> read(text.strip(), zone);
            case Value.Num(var number) -> read(number);
            case Value.Flag _, Value.Nothing _, Value.Items _, Value.Fields _ -> Optional.empty();
        };
    }

    /** The day that a value names, on a person's clock. */
    static Optional<LocalDate> day(Value value, ZoneId zone) {
        return read(value, zone).map(at -> LocalDate.ofInstant(at, zone));
    }

    private static Optional<Instant> read(String text, ZoneId zone) {
        if (text.length() < DAY_LENGTH || text.length() > LENGTH_MAX || text.charAt(4) != '-') return Optional.empty();
        try {
            if (text.length() == DAY_LENGTH) {
                return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
            }
            String time = text.charAt(DAY_LENGTH) == ' '
                    ? text.substring(0, DAY_LENGTH) + "T" + text.substring(DAY_LENGTH + 1)
                    : text;
            return Optional.of(
                    hasZone(time)
                            ? OffsetDateTime.parse(time).toInstant()
                            : LocalDateTime.parse(time).atZone(zone).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static boolean hasZone(String time) {
        return time.endsWith("Z")
                || time.endsWith("z")
                || time.lastIndexOf('+') > DAY_LENGTH
                || time.lastIndexOf('-') > DAY_LENGTH;
    }

    private static Optional<Instant> read(BigDecimal number) {
        if (number.compareTo(SECONDS_MIN) < 0 || number.compareTo(MILLIS_MAX) >= 0) return Optional.empty();
        return Optional.of(
                number.compareTo(MILLIS_MIN) < 0
                        ? Instant.ofEpochSecond(number.longValue())
                        : Instant.ofEpochMilli(number.longValue()));
    }
}
