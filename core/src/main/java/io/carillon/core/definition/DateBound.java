package io.carillon.core.definition;

import io.carillon.core.condition.Dates;
import io.carillon.core.value.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A date that stands in a definition: a day, which counts whole, or an instant.
 *
 * @param begins its first instant
 * @param after the first instant that is later
 */
record DateBound(Instant begins, Instant after, boolean isDay) {
    static final String EXPECTED = "a date; expected e.g. 2026-03-31 or 2026-03-31T18:00";

    private static final int DAY_LENGTH = "2026-03-31".length();

    /** Empty after reporting why. A date without a zone is on this zone's clock. */
    static Optional<DateBound> read(Field field, ZoneId zone) {
        Optional<String> text = field.text();
        if (text.isEmpty()) return Optional.empty();
        Optional<DateBound> date = of(text.get(), zone);
        if (date.isEmpty()) field.error("%s is not %s".formatted(field.quoted(text.get()), EXPECTED));
        return date;
    }

    static Optional<DateBound> of(String text, ZoneId zone) {
        String date = text.strip();
        return Dates.read(Value.of(date), zone).map(at -> {
            if (date.length() > DAY_LENGTH) return new DateBound(at, at.plusNanos(1), false);
            Instant next =
                    LocalDate.ofInstant(at, zone).plusDays(1).atStartOfDay(zone).toInstant();
            return new DateBound(at, next, true);
        });
    }

    /** Where a stretch of time ends that goes until this: with a day at its end, at an instant itself. */
    Instant until() {
        return isDay ? after : begins;
    }
}
