package io.carillon.cleanse.place;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.word.Folding;
import io.carillon.core.value.Value;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time zone as its id in the IANA database, {@code UTC}, or a fixed offset such as {@code +02:00}: from an id of today
 * or before, a city, the name that Windows gives it, or an abbreviation. An abbreviation of several clocks is settled by
 * the country of the hints, or not valid.
 */
public final class TimezoneCleanser implements Cleanser {
    private static final Zones ZONES = new Zones();
    private static final Set<String> UTC = Set.of(
            "utc",
            "gmt",
            "z",
            "zulu",
            "uct",
            "universal",
            "greenwich",
            "etc utc",
            "etc gmt",
            "etc uct",
            "etc zulu",
            "etc universal",
            "etc greenwich",
            "gmt0",
            "etc gmt0",
            "coordinated universal time",
            "greenwich mean time",
            "universal time",
            "utc 0",
            "gmt 0");
    private static final Pattern OFFSET =
            Pattern.compile("(?:UTC|GMT)?\\s*([-+−±])\\s*(\\d{1,2})(?::?(\\d{2}))?(?::00)?", Pattern.CASE_INSENSITIVE);

    /** As Windows shows it: {@code (GMT+01:00) Amsterdam, Berlin}. */
    private static final Pattern SHOWN = Pattern.compile("\\((?:UTC|GMT)\\s*([-+]\\d{1,2}:\\d{2})?\\)\\s*(.*)");

    /** The id alone, when it is known for sure. */
    public static Optional<String> id(String input, Hints hints) {
        return new TimezoneCleanser().cleanse(input, hints).value() instanceof Value.Text(var id)
                ? Optional.of(id)
                : Optional.empty();
    }

    @Override
    public Cleansed cleanse(String input, Hints hints) {
        if (input.length() > Cleansed.INPUT_LENGTH_MAX) return Cleansed.invalid(input, "too long for a time zone");
        String text = input.strip();
        if (text.isEmpty()) return Cleansed.invalid(input, "empty; expected a time zone such as Europe/Berlin");
        String id = text.replace(' ', '_');
        Optional<String> known = ZONES.ofId(id);
        if (known.isPresent()) return valid(input, known.get(), "spelling of the id");
        Optional<String> now = ZONES.ofOldId(id);
        if (now.isPresent()) return valid(input, now.get(), "old id");
        String folded = Folding.fold(text);
        if (UTC.contains(folded)) return valid(input, "UTC", "universal time");
        Matcher offset = OFFSET.matcher(text);
        if (offset.matches()) return offset(input, offset);
        Matcher shown = SHOWN.matcher(text);
        if (shown.matches()) return shown(input, shown, hints);
        return named(input, folded, hints);
    }

    private static Cleansed named(String input, String folded, Hints hints) {
        Optional<String> windows =
                ZONES.ofWindows(folded).or(() -> ZONES.ofWindows(folded.replace(" daylight ", " standard ")));
        if (windows.isPresent()) return valid(input, windows.get(), "id of the Windows zone");
        Optional<String> country = hints.country().flatMap(CountryCleanser::code);
        List<String> ambiguous = ZONES.ofAmbiguous(folded);
        List<String> zones = ambiguous.isEmpty() ? ZONES.ofAbbreviation(folded) : ambiguous;
        if (country.isPresent() && !zones.isEmpty()) {
            List<String> own = ZONES.within(zones, country.get());
            if (!own.isEmpty()) return valid(input, own.getFirst(), "zone of the country");
        }
        if (!ambiguous.isEmpty()) {
            return Cleansed.invalid(
                    input, "could be any of " + String.join(", ", ambiguous) + "; expected one of them, or a country");
        }
        if (!zones.isEmpty())
            return valid(
                    input, zones.getFirst(), zones.size() == 1 ? "id of the name" : "taken for " + zones.getFirst());
        Set<String> cities = ZONES.ofCity(folded);
        if (cities.size() == 1) return valid(input, cities.iterator().next(), "zone of the city");
        if (cities.size() > 1) return Cleansed.invalid(input, "could be any of " + String.join(", ", cities));
        Optional<String> only = CountryCleanser.code(input)
                .filter(code -> input.strip().length() > 3)
                .flatMap(ZONES::onlyOneOf);
        if (only.isPresent()) return valid(input, only.get(), "only zone of the country");
        return Cleansed.invalid(
                input, "no known time zone; expected an id such as Europe/Berlin or an offset such as +02:00");
    }

    private static Cleansed offset(String input, Matcher offset) {
        int hours = Integer.parseInt(offset.group(2));
        int minutes =
                Optional.ofNullable(offset.group(3)).map(Integer::parseInt).orElse(0);
        if (hours > 14 || minutes > 59 || (hours == 14 && minutes > 0)) {
            return Cleansed.invalid(input, "no offset of the earth; expected -12:00 to +14:00");
        }
        int sign = offset.group(1).equals("-") || offset.group(1).equals("−") ? -1 : 1;
        ZoneOffset fixed = ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
        return fixed.equals(ZoneOffset.UTC)
                ? valid(input, "UTC", "universal time")
                : valid(input, fixed.getId(), "fixed offset");
    }

    private static Cleansed shown(String input, Matcher shown, Hints hints) {
        String label = shown.group(2);
        Cleansed whole = named(input, Folding.fold(label), hints);
        if (whole.isValid()) return whole;
        // The first city that is one: "Amsterdam, Berlin, Bern" share a clock.
        for (String city : Arrays.asList(label.split(",", 10))) {
            var zones = new TreeSet<>(ZONES.ofCity(Folding.fold(city)));
            if (zones.size() == 1) return valid(input, zones.first(), "zone of the first city");
            Cleansed named = named(input, Folding.fold(city), hints);
            if (named.isValid()) return named;
        }
        String offset = Optional.ofNullable(shown.group(1)).orElse("+00:00");
        Matcher fixed = OFFSET.matcher(offset);
        return fixed.matches() ? offset(input, fixed) : whole;
    }

    private static Cleansed valid(String input, String id, String change) {
        return Cleansed.valid(input, Value.of(id), id.equals(input) ? List.of() : List.of(change));
    }
}
