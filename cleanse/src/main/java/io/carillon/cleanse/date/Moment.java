package io.carillon.cleanse.date;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A point in time, or what a clock showed.
 *
 * @param change how it was understood
 */
record Moment(LocalDateTime local, Optional<ZoneOffset> offset, Precision precision, String change) {
    String iso() {
        return iso(local, offset, precision);
    }

    static String iso(LocalDateTime local, Optional<ZoneOffset> offset, Precision precision) {
        String pattern = switch (precision) {
            case HOUR, MINUTE -> "uuuu-MM-dd'T'HH:mm";
            case MILLISECOND -> "uuuu-MM-dd'T'HH:mm:ss.SSS";
            case MICROSECOND -> "uuuu-MM-dd'T'HH:mm:ss.SSSSSS";
            case NANOSECOND -> "uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS";
            default -> "uuuu-MM-dd'T'HH:mm:ss";
        };
        return local.format(DateTimeFormatter.ofPattern(pattern, Locale.ROOT))
                + offset.map(ZoneOffset::getId).orElse("");
    }
}
