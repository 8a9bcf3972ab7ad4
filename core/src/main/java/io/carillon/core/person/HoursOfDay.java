package io.carillon.core.person;

import io.carillon.core.codec.ByteReader;
import io.carillon.core.codec.ByteWriter;
import io.carillon.core.codec.UnreadableException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A part of every day as a wall clock shows it, such as 21:00 to 08:00. What the clock shows decides: where it is set
 * forward over an hour that hour does not occur, where it is set back it occurs twice.
 *
 * @param from the first minute; whole minutes
 * @param to the minute after the last; earlier than {@code from} when midnight is among them
 */
public record HoursOfDay(LocalTime from, LocalTime to) {
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    /** More jumps of the clock than that do not follow one another within one span. */
    private static final int CHANGES_MAX = 16;

    private static final int SECONDS_OF_MINUTE = 60;

    public HoursOfDay {
        if (from.equals(to)) throw new IllegalArgumentException("hours from %s to %s are none".formatted(from, to));
    }

    /** {@code 21:00}; empty when it is no time. */
    public static Optional<LocalTime> time(String text) {
        return TIME.matcher(text).matches() ? Optional.of(LocalTime.parse(text)) : Optional.empty();
    }

    public boolean contain(LocalTime time) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    public boolean contain(Instant at, ZoneId zone) {
        return contain(LocalTime.ofInstant(at, zone));
    }

    /** The first instant from which the clock shows another part of the day; empty when it does so now. */
    public Optional<Instant> endAfter(Instant now, ZoneId zone) {
        if (!contain(now, zone)) return Optional.empty();
        Instant end = now;
        for (int changes = 0; changes < CHANGES_MAX && contain(end, zone); changes++) {
            end = nextChange(end, zone.getRules());
        }
        return Optional.of(end);
    }

    /** When the clock next shows the end, or jumps. */
    private Instant nextChange(Instant after, ZoneRules rules) {
        Instant earliest = Optional.ofNullable(rules.nextTransition(after))
                .map(transition -> transition.getInstant())
                .orElse(Instant.MAX);
        LocalDate today = LocalDateTime.ofInstant(after, rules.getOffset(after)).toLocalDate();
        for (int day = -1; day <= 2; day++) {
            LocalDateTime shown = today.plusDays(day).atTime(to);
            for (ZoneOffset offset : rules.getValidOffsets(shown)) {
                Instant at = shown.toInstant(offset);
                if (at.isAfter(after) && at.isBefore(earliest)) earliest = at;
            }
        }
        return earliest;
    }

    /** {@code 21:00 to 08:00}. */
    public String text() {
        return from + " to " + to;
    }

    public void write(ByteWriter out) {
        out.count(from.toSecondOfDay() / SECONDS_OF_MINUTE);
        out.count(to.toSecondOfDay() / SECONDS_OF_MINUTE);
    }

    public static HoursOfDay read(ByteReader in) {
        LocalTime from = readTime(in);
        LocalTime to = readTime(in);
        if (from.equals(to)) throw new UnreadableException("hours from %s to %s are none".formatted(from, to));
        return new HoursOfDay(from, to);
    }

    private static LocalTime readTime(ByteReader in) {
        int minute = in.count();
        if (minute >= 24 * SECONDS_OF_MINUTE) throw new UnreadableException("no minute of a day: " + minute);
        return LocalTime.ofSecondOfDay((long) minute * SECONDS_OF_MINUTE);
    }
}
