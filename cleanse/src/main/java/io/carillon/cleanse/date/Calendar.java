package io.carillon.cleanse.date;

import io.carillon.cleanse.DateOrder;
import io.carillon.cleanse.Hints;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which calendar the years of a text may be of, by where it comes from. */
enum Calendar {
    /** Not said: years that would be of another calendar are read in both. */
    ANY,
    /** The Buddha's years, as Thailand counts. */
    THAI,
    /** As Iran and Afghanistan count. */
    IRANIAN;

    private static final Pattern THAI_SCRIPT = Pattern.compile("[\u0E00-\u0E7F]");
    private static final int THAI_YEAR_MIN = 2400;
    private static final int THAI_YEAR_MAX = 2650;
    private static final Pattern THAI_YEAR = Pattern.compile("(?<!\\d)(?:2[45]\\d\\d|26[0-4]\\d)(?!\\d)");
    private static final Pattern IRANIAN_DATE =
            Pattern.compile("(1[2-4]\\d\\d)\\s*[/.\\-]\\s*(\\d{1,2})\\s*[/.\\-]\\s*(\\d{1,2})");

    static Calendar of(Hints hints) {
        return switch (hints.country().orElse("").toUpperCase(Locale.ROOT)) {
            case "TH" -> THAI;
            case "IR", "AF" -> IRANIAN;
            default -> ANY;
        };
    }

    /** Of a text without a time; none when it is no date. The likelier first. */
    List<Reading> readings(String text, Optional<DateOrder> order) {
        Optional<Day> told = Calendars.read(text);
        if (told.isPresent()) return List.of(Reading.of(told.get()));
        if (Calendars.covers(text)) return List.of();
        String bare = text.replaceAll("พ\\.?\\s?ศ\\.?", " ").strip();
        if (this == THAI || THAI_SCRIPT.matcher(text).find()) return buddhist(bare, order);
        Matcher iranian = IRANIAN_DATE.matcher(bare);
        if (!iranian.matches()) return read(bare, order);
        List<Reading> theirs = Calendars.iranian(number(iranian, 1), number(iranian, 2), number(iranian, 3)).stream()
                .map(Reading::of)
                .toList();
        return this == IRANIAN
                ? theirs
                : Stream.concat(read(bare, order).stream(), theirs.stream()).toList();
    }

    private static List<Reading> read(String text, Optional<DateOrder> order) {
        List<Reading> read = Numeric.read(text, order);
        if (read.isEmpty() && !Numeric.covers(text)) read = Numeric.read(Worded.withoutFillers(text), order);
        if (read.isEmpty()) read = Worded.read(text);
        return read.stream()
                .flatMap(reading -> Stream.concat(Stream.of(reading), ours(reading).stream()))
                .toList();
    }

    /** The year of a far future is more likely one of the Buddha's: it is read in both ways. */
    private static Optional<Reading> ours(Reading reading) {
        Day day = reading.day();
        int year = day.year().orElse(0);
        if (year < THAI_YEAR_MIN || year > THAI_YEAR_MAX) return Optional.empty();
        Optional<Day> shifted = switch (day.precision()) {
            case YEAR -> Day.ofYear(year - Calendars.BUDDHIST);
            case MONTH -> Day.ofMonth(year - Calendars.BUDDHIST, day.month());
            default -> Day.of(year - Calendars.BUDDHIST, day.month(), day.day());
        };
        return shifted.map(some -> new Reading(some, reading.order()));
    }

    /** The year is put into our calendar first: which years have a 29th of February is ours to say. */
    private static List<Reading> buddhist(String text, Optional<DateOrder> order) {
        String ours = THAI_YEAR
                .matcher(text)
                .replaceAll(year -> String.valueOf(Integer.parseInt(year.group()) - Calendars.BUDDHIST));
        List<Reading> read = read(ours, order);
        if (ours.equals(text)) return read;
        return read.stream()
                .map(reading -> new Reading(reading.day().with("Buddhist calendar"), reading.order()))
                .toList();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
