package io.carillon.cleanse.date;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands behind a time: an offset, a short name that means one offset, or a region. */
final class Zones {
    private static final Pattern OFFSET = Pattern.compile(
            "(?:UTC|GMT)?\\s*([+\\-\u2212])(\\d{1,2})(?::?(\\d{2}))?(?::?(\\d{2}))?", Pattern.CASE_INSENSITIVE);

    /** IST and the like are left out: they are used in several countries, with different offsets. */
    private static final Map<String, Integer> HOURS = Map.ofEntries(
            Map.entry("Z", 0),
            Map.entry("UTC", 0),
            Map.entry("GMT", 0),
            Map.entry("UT", 0),
            Map.entry("EST", -5),
            Map.entry("EDT", -4),
            Map.entry("CST", -6),
            Map.entry("CDT", -5),
            Map.entry("MST", -7),
            Map.entry("MDT", -6),
            Map.entry("PST", -8),
            Map.entry("PDT", -7),
            Map.entry("WET", 0),
            Map.entry("WEST", 1),
            Map.entry("BST", 1),
            Map.entry("CET", 1),
            Map.entry("MEZ", 1),
            Map.entry("CEST", 2),
            Map.entry("MESZ", 2),
            Map.entry("EET", 2),
            Map.entry("EEST", 3),
            Map.entry("MSK", 3),
            Map.entry("JST", 9),
            Map.entry("KST", 9),
            Map.entry("AEST", 10),
            Map.entry("AEDT", 11),
            Map.entry("NZST", 12),
            Map.entry("NZDT", 13));

    private Zones() {}

    /** Empty when there is no such zone, or its clock does not show this time. */
    static Optional<ZoneOffset> offset(String text, LocalDateTime local) {
        Integer hours = HOURS.get(text.toUpperCase(Locale.ROOT));
        if (hours != null) return Optional.of(ZoneOffset.ofHours(hours));
        try {
            Matcher offset = OFFSET.matcher(text);
            if (!offset.matches()) return Optional.of(ZoneId.of(text).getRules().getOffset(local));
            int sign = offset.group(1).equals("+") ? 1 : -1;
            return Optional.of(ZoneOffset.ofHoursMinutesSeconds(
                    sign * number(offset.group(2)), sign * number(offset.group(3)), sign * number(offset.group(4))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
