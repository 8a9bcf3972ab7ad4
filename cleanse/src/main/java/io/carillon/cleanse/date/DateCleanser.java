package io.carillon.cleanse.date;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.DateOrder;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.text.Tidy;
import io.carillon.core.value.Value;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * To {@code {iso, precision, ambiguous}}, and {@code readings} where it is ambiguous.
 *
 * <p>{@code iso} is {@code 2024}, {@code 2024-05}, {@code 2024-05-31}, {@code --05-31} (a birthday without its year),
 * {@code 2024-05-31T14:30:00+02:00}, or without an offset where none was said. Of an ambiguous date it is the reading that
 * most of the world has, the day before the month. A year of two digits is one of 1940 to 2039.
 */
public final class DateCleanser implements Cleanser {
    private static final int LENGTH_MAX = 120;
    private static final int READINGS_MAX = 4;
    private static final Pattern ZEROS = Pattern.compile("[0\\s./:TZ-]+|0001-01-01(?:[T ].*)?");
    private static final Pattern REMARK = Pattern.compile("\\s*\\([^()]*\\)\\s*$");
    private static final Pattern EXIF = Pattern.compile("^(\\d{4}):(\\d{2}):(\\d{2})(?=\\s|$)");
    private static final Pattern APACHE = Pattern.compile("^(\\d{2}/\\p{L}{3}/\\d{4}):(?=\\d{2}:)");
    private static final Pattern LOOSE = Pattern.compile("^[\\s,;:]+|(?:(?<=\\d)T)?[\\s,;:]*$");

    @Override
    public Cleansed cleanse(String input, Hints hints) {
        if (input.length() > LENGTH_MAX) {
            return Cleansed.invalid(input, "longer than %d characters, expected a date".formatted(LENGTH_MAX));
        }
        var changes = new ArrayList<String>();
        String text = plain(input, changes);
        if (text.isEmpty()) return Cleansed.invalid(input, "empty, expected a date");
        if (ZEROS.matcher(text).matches()) return Cleansed.invalid(input, "stands for no date");
        List<Moment> moments = Digits.read(text);
        if (!moments.isEmpty()) return ofMoments(input, moments, changes);
        Optional<Clock> clock = Clock.in(text);
        String rest = LOOSE.matcher(clock.map(Clock::rest).orElse(text)).replaceAll("");
        List<Reading> readings = Calendar.of(hints).readings(rest, hints.order());
        if (readings.isEmpty()) return Cleansed.invalid(input, reason(rest));
        Optional<DateOrder> order = hints.order();
        List<Reading> chosen = order.map(wanted -> readings.stream()
                        .filter(reading ->
                                reading.order().isEmpty() || reading.order().equals(order))
                        .toList())
                .filter(some -> !some.isEmpty())
                .orElse(readings);
        boolean against = order.isPresent()
                && chosen.stream()
                        .allMatch(reading ->
                                reading.order().isPresent() && !reading.order().equals(order));
        if (against) changes.add("another order than was hinted: it is the only one possible");
        return clock.isEmpty() ? ofDays(input, chosen, changes) : ofTimes(input, chosen, clock.get(), changes);
    }

    /** Digits of any script in ASCII, forms of one letter as one, remarks and quotes away. */
    private static String plain(String input, List<String> changes) {
        Tidy tidy = Tidy.of(input);
        changes.addAll(tidy.changes());
        var plain = new StringBuilder();
        Normalizer.normalize(tidy.text(), Normalizer.Form.NFKC)
                .codePoints()
                .forEach(c -> plain.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        String text = plain.toString();
        if (!text.equals(tidy.text())) changes.add("digits and letters in their plain form");
        text = REMARK.matcher(text).replaceFirst("");
        text = EXIF.matcher(text).replaceFirst("$1-$2-$3");
        text = APACHE.matcher(text).replaceFirst("$1 ");
        return text.replaceAll("^[\"']|[\"']$", "").strip();
    }

    private static String reason(String rest) {
        boolean shaped = Numeric.covers(rest) || Calendars.covers(rest);
        return shaped
                ? "\"" + rest + "\" looks like a date, but there is no such day"
                : "no date is to be seen; expected one such as 2024-05-31 or 31 May 2024";
    }

    private static Cleansed ofMoments(String input, List<Moment> moments, List<String> changes) {
        Moment likely = moments.getFirst();
        changes.add(likely.change());
        return dated(input, moments.stream().map(Moment::iso).distinct().toList(), likely.precision(), changes);
    }

    private static Cleansed ofDays(String input, List<Reading> readings, List<String> changes) {
        Day first = readings.getFirst().day();
        changes.addAll(first.changes());
        List<String> isos =
                readings.stream().map(reading -> reading.day().iso()).distinct().toList();
        return dated(input, isos, first.precision(), changes);
    }

    private static Cleansed ofTimes(String input, List<Reading> readings, Clock clock, List<String> changes) {
        if (clock.time().isEmpty()) return Cleansed.invalid(input, "there is no such time of day");
        var isos = new ArrayList<String>();
        for (Reading reading : readings) {
            Optional<LocalDate> date = reading.day().date();
            if (date.isEmpty()) return Cleansed.invalid(input, "a time of day, but of no day");
            LocalDateTime local = date.get()
                    .plusDays(clock.endsDay() ? 1 : 0)
                    .atTime(clock.time().get());
            Optional<ZoneOffset> offset = clock.zone().flatMap(zone -> Zones.offset(zone, local));
            if (clock.zone().isPresent() && offset.isEmpty()) {
                return Cleansed.invalid(
                        input, "\"" + clock.zone().get() + "\" is no time zone, or has several offsets");
            }
            String iso = Moment.iso(local, offset, clock.precision());
            if (!isos.contains(iso)) isos.add(iso);
        }
        changes.addAll(readings.getFirst().day().changes());
        if (clock.endsDay()) changes.add("24:00 is 00:00 of the next day");
        return dated(input, isos, clock.precision(), changes);
    }

    private static Cleansed dated(String input, List<String> isos, Precision precision, List<String> changes) {
        boolean ambiguous = isos.size() > 1;
        var fields = new LinkedHashMap<String, Value>();
        fields.put("iso", Value.of(isos.getFirst()));
        fields.put("precision", Value.of(precision.word()));
        fields.put("ambiguous", Value.of(ambiguous));
        if (ambiguous) {
            fields.put(
                    "readings",
                    Value.of(isos.stream().limit(READINGS_MAX).map(Value::of).toList()));
            changes.add("ambiguous");
        } else if (!isos.getFirst().equals(input) && changes.isEmpty()) {
            changes.add("ISO 8601");
        }
        return Cleansed.valid(input, Value.of(fields), changes);
    }
}
