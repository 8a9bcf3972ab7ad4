package io.carillon.cleanse.place;

import io.carillon.cleanse.word.Folding;
import io.carillon.cleanse.word.OneEdit;
import io.carillon.cleanse.word.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The subdivisions of the countries that are known with theirs, by code and by folded name. */
final class Regions {
    private final Set<String> countries = new TreeSet<>();
    private final Set<String> codes = new TreeSet<>();
    private final Map<String, String> old = new TreeMap<>();
    private final Map<String, List<String>> byName = new TreeMap<>();

    Regions() {
        for (List<String> row : Table.rows(Regions.class, "regions.tsv")) {
            if (row.getFirst().equals("L")) {
                old.put(row.get(1), row.get(2));
                continue;
            }
            String code = row.getFirst();
            codes.add(code);
            countries.add(code.substring(0, 2));
            for (String name : row.subList(1, row.size())) {
                List<String> named = byName.computeIfAbsent(Folding.fold(name), key -> new ArrayList<>());
                if (!named.contains(code)) named.add(code);
            }
        }
    }

    /** Whether the subdivisions of a country are known. */
    boolean knows(String country) {
        return countries.contains(country);
    }

    boolean isCode(String code) {
        return codes.contains(code);
    }

    Optional<String> ofOldCode(String code) {
        return Optional.ofNullable(old.get(code));
    }

    /** In the order of the list: a larger region before a smaller one of the same name. */
    List<String> named(String folded, Optional<String> country) {
        return within(byName.getOrDefault(folded, List.of()), country);
    }

    List<String> nearly(String folded, Optional<String> country) {
        if (folded.length() < OneEdit.LENGTH_MIN) return List.of();
        var found = new TreeSet<String>();
        byName.forEach((name, named) -> {
            if (name.length() >= OneEdit.LENGTH_MIN && OneEdit.apart(folded, name))
                found.addAll(within(named, country));
        });
        return List.copyOf(found);
    }

    private static List<String> within(List<String> codes, Optional<String> country) {
        return codes.stream()
                .filter(code ->
                        country.map(prefix -> code.startsWith(prefix + "-")).orElse(true))
                .toList();
    }
}
