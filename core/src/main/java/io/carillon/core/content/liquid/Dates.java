package io.carillon.core.content.liquid;

import io.carillon.core.value.LetterCase;
import io.carillon.core.value.Value;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** What the {@code date} filter takes for a date. */
final class Dates {
    private static final int TIMESTAMP_DIGITS_MAX = 11;

    private Dates() {}

    /** {@code now} and {@code today}, seconds since 1970 as number or text, and dates as people and machines write them. */
    static Optional<ZonedDateTime> read(Val val, Instant now, ZoneId zone) {
        if (val instanceof Val.Data(Value.Num(var number))) {
            boolean whole = Numbers.isWhole(number) && number.precision() - number.scale() <= TIMESTAMP_DIGITS_MAX;
            return whole ? Optional.of(at(number.longValue(), zone)) : Optional.empty();
        }
        String text = Texts.of(val).strip();
        String lower = LetterCase.lower(text);
        if (lower.equals("now") || lower.equals("today")) return Optional.of(now.atZone(zone));
        if (text.isEmpty() || text.length() > DateText.CHARS_MAX) return Optional.empty();
        if (Numbers.digitsEnd(text, 0) == text.length()) {
            return text.length() <= TIMESTAMP_DIGITS_MAX
                    ? Optional.of(at(Long.parseLong(text), zone))
                    : Optional.empty();
        }
        return new DateText(lower, now.atZone(zone)).read();
    }

    private static ZonedDateTime at(long epochSecond, ZoneId zone) {
        return Instant.ofEpochSecond(epochSecond).atZone(zone);
    }

    static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException _) {
            throw new Problem(Problem.show(name) + " is not a time zone; expected one such as 'Europe/Berlin'");
        }
    }
}
