package io.carillon.core.definition;

import io.carillon.core.condition.EventQuery;
import io.carillon.core.condition.Lookback;
import io.carillon.core.condition.Window;
import io.carillon.core.definition.Retention.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code workspace.yaml} says of how long things are kept: {@code retention}. */
final class RetentionSection {
    static final String FOREVER = "forever";
    private static final int YEAR_DAYS = 365;

    /** Of which it matters only that it is none in particular. */
    private static final Instant ANY_DAY = Instant.parse("2026-03-02T12:00:00Z");

    private static final Pattern YEARS = Pattern.compile("([0-9]{1,3})y");

    private RetentionSection() {}

    static void read(Section workspace, Draft draft) {
        Optional<Section> section =
                workspace.optional("retention").flatMap(field -> field.section("kinds of data, e.g. content: 90d"));
        if (section.isEmpty()) return;
        var limits = new EnumMap<Kind, Duration>(Kind.class);
        limits.putAll(Retention.DEFAULT.limits());
        for (Kind kind : Kind.values())
            section.get().optional(kind.word()).ifPresent(field -> read(field, kind, limits));
        section.get().close();
        draft.retention = new Retention(limits);
    }

    /** A window that is stated, and longer than what it looks at is kept, is hardly meant. */
    static void warn(Section section, Window window, EventQuery query, Draft draft) {
        Kind kind = Kind.of(query.asked().kind());
        Optional<Duration> limit = draft.retention.of(kind);
        Optional<Field> field = section.optional("within").or(() -> section.optional("during"));
        if (field.isEmpty() || limit.isEmpty()) return;
        if (!Lookback.isBefore(window, ANY_DAY.minus(limit.get()), ANY_DAY, draft.zone)) return;
        field.get()
                .report()
                .warn(
                        field.get().node(),
                        "%s reaches further back than %s rows are kept (%dd); what is new is counted from what is left"
                                .formatted(
                                        field.get().name(),
                                        kind.word(),
                                        limit.get().toDays()));
    }

    private static void read(Field field, Kind kind, EnumMap<Kind, Duration> limits) {
        Optional<String> text = field.text();
        if (text.isEmpty()) return;
        if (text.get().equals(FOREVER)) {
            limits.remove(kind);
            return;
        }
        Optional<Duration> limit = duration(text.get());
        if (limit.isEmpty()) {
            field.error("%s is not how long to keep something; expected e.g. 90d, 3y, forever"
                    .formatted(field.quoted(text.get())));
        } else if (limit.get().compareTo(Retention.LIMIT_MIN) < 0 || limit.get().compareTo(Retention.LIMIT_MAX) > 0) {
            field.error("%s is too short or too long to keep something; expected 1d to 100y, or forever"
                    .formatted(field.quoted(text.get())));
        } else {
            limits.put(kind, limit.get());
        }
    }

    private static Optional<Duration> duration(String text) {
        Matcher years = YEARS.matcher(text);
        return years.matches()
                ? Optional.of(Duration.ofDays((long) YEAR_DAYS * Integer.parseInt(years.group(1))))
                : Field.duration(text);
    }
}
