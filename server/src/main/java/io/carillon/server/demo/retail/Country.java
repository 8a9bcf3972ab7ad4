package io.carillon.server.demo.retail;

import java.util.Map;

/**
 * Where somebody lives.
 *
 * @param code two letters (ISO 3166-1)
 * @param zone a clock of that country's; simulated where it has several
 * @param language simulated: the one most spoken there
 */
record Country(String code, String zone, String language) {
    private static final Country BRITAIN = new Country("GB", "Europe/London", "en");

    private static final Map<String, Country> BY_NAME = Map.ofEntries(
            Map.entry("United Kingdom", BRITAIN),
            Map.entry("Channel Islands", new Country("JE", "Europe/Jersey", "en")),
            Map.entry("EIRE", new Country("IE", "Europe/Dublin", "en")),
            Map.entry("Germany", new Country("DE", "Europe/Berlin", "de")),
            Map.entry("Austria", new Country("AT", "Europe/Vienna", "de")),
            Map.entry("Switzerland", new Country("CH", "Europe/Zurich", "de")),
            Map.entry("France", new Country("FR", "Europe/Paris", "fr")),
            Map.entry("Belgium", new Country("BE", "Europe/Brussels", "fr")),
            Map.entry("Netherlands", new Country("NL", "Europe/Amsterdam", "nl")),
            Map.entry("Spain", new Country("ES", "Europe/Madrid", "es")),
            Map.entry("Portugal", new Country("PT", "Europe/Lisbon", "pt")),
            Map.entry("Italy", new Country("IT", "Europe/Rome", "it")),
            Map.entry("Malta", new Country("MT", "Europe/Malta", "en")),
            Map.entry("Greece", new Country("GR", "Europe/Athens", "el")),
            Map.entry("Cyprus", new Country("CY", "Asia/Nicosia", "el")),
            Map.entry("Denmark", new Country("DK", "Europe/Copenhagen", "da")),
            Map.entry("Norway", new Country("NO", "Europe/Oslo", "no")),
            Map.entry("Sweden", new Country("SE", "Europe/Stockholm", "sv")),
            Map.entry("Finland", new Country("FI", "Europe/Helsinki", "fi")),
            Map.entry("Iceland", new Country("IS", "Atlantic/Reykjavik", "is")),
            Map.entry("Poland", new Country("PL", "Europe/Warsaw", "pl")),
            Map.entry("Czech Republic", new Country("CZ", "Europe/Prague", "cs")),
            Map.entry("Lithuania", new Country("LT", "Europe/Vilnius", "lt")),
            Map.entry("Israel", new Country("IL", "Asia/Jerusalem", "he")),
            Map.entry("Lebanon", new Country("LB", "Asia/Beirut", "ar")),
            Map.entry("United Arab Emirates", new Country("AE", "Asia/Dubai", "ar")),
            Map.entry("Bahrain", new Country("BH", "Asia/Bahrain", "ar")),
            Map.entry("Saudi Arabia", new Country("SA", "Asia/Riyadh", "ar")),
            Map.entry("Japan", new Country("JP", "Asia/Tokyo", "ja")),
            Map.entry("Singapore", new Country("SG", "Asia/Singapore", "en")),
            Map.entry("Hong Kong", new Country("HK", "Asia/Hong_Kong", "en")),
            Map.entry("Australia", new Country("AU", "Australia/Sydney", "en")),
            Map.entry("USA", new Country("US", "America/New_York", "en")),
            Map.entry("Canada", new Country("CA", "America/Toronto", "en")),
            Map.entry("Brazil", new Country("BR", "America/Sao_Paulo", "pt")),
            Map.entry("RSA", new Country("ZA", "Africa/Johannesburg", "en")));

    /** By the name that the data has for it; the shop's own where that says nothing ("Unspecified"). */
    static Country named(String name) {
        return BY_NAME.getOrDefault(name, BRITAIN);
    }
}
