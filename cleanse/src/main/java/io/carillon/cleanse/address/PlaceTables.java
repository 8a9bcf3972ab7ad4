package io.carillon.cleanse.address;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The countries and regions that letters name, from this package's own tables. */
final class PlaceTables implements Places {
    private final Map<String, String> countries = read("countries.txt", false);
    private final Map<String, String> regions = read("regions.txt", true);

    private static Map<String, String> read(String name, boolean withinCountry) {
        var codes = new LinkedHashMap<String, String>();
        for (String line : Table.lines(name)) {
            String[] words = line.split("\\|", -1);
            String code = words[0];
            String scope = withinCountry ? code.substring(0, 2) + " " : "";
            codes.put(scope + Words.key(withinCountry ? code.substring(3) : code), code);
            for (int at = 1; at < words.length; at++) codes.put(scope + Words.key(words[at]), code);
        }
        return codes;
    }

    @Override
    public Optional<String> country(String text) {
        return Optional.ofNullable(countries.get(Words.key(text)));
    }

    @Override
    public Optional<String> region(String country, String text) {
        return Optional.ofNullable(regions.get(country + " " + Words.key(text)));
    }
}
