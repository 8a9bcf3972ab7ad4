package io.carillon.cleanse.place;

import io.carillon.cleanse.word.Folding;
import io.carillon.cleanse.word.Table;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The time zones by whatever names them. */
final class Zones {
    private final Map<String, String> ids = new TreeMap<>();
    private final Map<String, String> old = new TreeMap<>();
    private final Map<String, String> windows = new TreeMap<>();
    private final Map<String, Set<String>> cities = new TreeMap<>();
    private final Map<String, List<String>> abbreviations = new TreeMap<>();
    private final Map<String, List<String>> ambiguous = new TreeMap<>();
    private final Map<String, String> countries = new TreeMap<>();

    Zones() {
        for (var row : Table.rows(Zones.class, "timezones.tsv")) {
            String name = row.get(1);
            switch (row.getFirst()) {
                case "Z" -> {
                    ids.put(name.toLowerCase(Locale.ROOT), name);
                    countries.put(name, row.get(2));
                    addCity(name, name);
                }
                case "L" -> {
                    old.put(name.toLowerCase(Locale.ROOT), row.get(2));
                    if (name.indexOf('/') > 0) addCity(name, row.get(2));
                }
                case "W" -> windows.put(Folding.fold(name), row.get(2));
                case "B" -> abbreviations.put(Folding.fold(name), row.subList(2, row.size()));
                case "A" -> ambiguous.put(Folding.fold(name), row.subList(2, row.size()));
                default -> throw new IllegalStateException("timezones.tsv: unknown row " + row);
            }
        }
        // Fixed offsets by id: Etc/GMT-2 is two hours ahead.
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            if (id.matches("Etc/GMT[-+][1-9][0-9]?")) ids.put(id.toLowerCase(Locale.ROOT), id);
        }
    }

    private void addCity(String name, String id) {
        String city = Folding.fold(name.substring(name.lastIndexOf('/') + 1).replace('_', ' '));
        cities.computeIfAbsent(city, key -> new TreeSet<>()).add(id);
    }

    Optional<String> ofId(String text) {
        return Optional.ofNullable(ids.get(text.toLowerCase(Locale.ROOT)));
    }

    Optional<String> ofOldId(String text) {
        return Optional.ofNullable(old.get(text.toLowerCase(Locale.ROOT)));
    }

    Optional<String> ofWindows(String folded) {
        return Optional.ofNullable(windows.get(folded));
    }

    Set<String> ofCity(String folded) {
        return cities.getOrDefault(folded, Set.of());
    }

    /** The zones of an abbreviation or everyday name, the most usual first. */
    List<String> ofAbbreviation(String folded) {
        return abbreviations.getOrDefault(folded, List.of());
    }

    /** The zones of an abbreviation that has no usual meaning. */
    List<String> ofAmbiguous(String folded) {
        return ambiguous.getOrDefault(folded, List.of());
    }

    /** Those of a country, in the order given. */
    List<String> within(List<String> zones, String country) {
        var found = new ArrayList<String>();
        for (String zone : zones) if (country.equals(countries.get(zone))) found.add(zone);
        return found;
    }

    /** The one zone of a country that has only one. */
    Optional<String> onlyOneOf(String country) {
        List<String> found = within(List.copyOf(countries.keySet()), country);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }
}
