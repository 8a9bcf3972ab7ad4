package io.carillon.server.collect;

import io.carillon.core.value.Value;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the times that senders write: ISO 8601 with or without offset (none means UTC), a blank for the {@code T}, a date
 * alone, or a number of milliseconds or seconds since 1970.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339">RFC 3339</a>
 */
final class Timestamps {
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    /** In seconds that is the year 5138, in milliseconds 1973: larger numbers are milliseconds. */
    private static final BigDecimal MILLIS_FROM = BigDecimal.valueOf(100_000_000_000L);

    /** 1973: a smaller number is more likely no time at all. */
    private static final BigDecimal SECONDS_FROM = BigDecimal.valueOf(100_000_000L);

    private static final int LENGTH_MAX = 40;

    private static final DateTimeFormatter LENIENT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendPattern("[ ][XXX][XX][X]")
            .optionalStart()
            .appendPattern(" 'UTC'")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Timestamps() {}

    /** The instant, between 1970 and 2200; empty when the value says none. */
    static Optional<Instant> read(Value value) {
        Optional<Instant> instant = switch (value) {
            case Value.Text(var text) -> ofText(text);
            case Value.Num(var number) -> ofNumber(number);
            default -> Optional.empty();
        };
        return instant.filter(at -> !at.isBefore(EARLIEST) && at.isBefore(LATEST));
    }

    private static Optional<Instant> ofText(String text) {
        long millis = canonical(text);
        if (millis >= 0) return Optional.of(Instant.ofEpochMilli(millis));
        if (text.length() > LENGTH_MAX) return Optional.empty();
        String trimmed = text.strip();
        if (!trimmed.isEmpty() && trimmed.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return ofNumber(new BigDecimal(trimmed));
        }
        try {
            TemporalAccessor parsed =
                    LENIENT.parseBest(trimmed, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            return Optional.of(
                    switch (parsed) {
                        case OffsetDateTime at -> at.toInstant();
                        case LocalDateTime at -> at.toInstant(ZoneOffset.UTC);
                        default -> LocalDate.from(parsed).atStartOfDay().toInstant(ZoneOffset.UTC);
                    });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> ofNumber(BigDecimal number) {
        if (number.compareTo(SECONDS_FROM) < 0 || number.precision() - number.scale() > 15) return Optional.empty();
        boolean inMillis = number.compareTo(MILLIS_FROM) >= 0;
        return Optional.of(Instant.ofEpochMilli((inMillis ? number : number.movePointRight(3)).longValue()));
    }

    /**
     * Milliseconds of {@code 2026-03-02T09:00:00.000Z}, the one form that the SDKs write, without the general parser's
     * cost; -1 for any other.
     */
    private static long canonical(String text) {
        if (text.length() != 24 || text.charAt(23) != 'Z' || text.charAt(10) != 'T' || text.charAt(19) != '.')
            return -1;
        if (text.charAt(4) != '-' || text.charAt(7) != '-' || text.charAt(13) != ':' || text.charAt(16) != ':')
            return -1;
        int year = digits(text, 0, 4);
        int month = digits(text, 5, 2);
        int day = digits(text, 8, 2);
        int hour = digits(text, 11, 2);
        int minute = digits(text, 14, 2);
        int second = digits(text, 17, 2);
        int milli = digits(text, 20, 3);
        // The least of them is negative when one is no number.
        if ((year | month | day | hour | minute | second | milli) < 0) return -1;
        // Days that not every month has are left to the general parser.
        if (year < 1970 || month < 1 || month > 12 || day < 1 || day > 28) return -1;
        if (hour > 23 || minute > 59 || second > 59) return -1;
        long seconds = LocalDate.of(year, month, day).toEpochDay() * 86_400L + hour * 3_600L + minute * 60L + second;
        return seconds * 1_000 + milli;
    }

    private static int digits(String text, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) return -1;
            number = number * 10 + digit;
        }
        return number;
    }
}
