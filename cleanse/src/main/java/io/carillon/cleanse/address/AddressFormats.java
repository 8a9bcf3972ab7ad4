package io.carillon.cleanse.address;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which format reads which country. */
final class AddressFormats {
    private AddressFormats() {}

    static Map<String, AddressFormat> of(Places places) {
        var formats = new LinkedHashMap<String, AddressFormat>();
        var american = new NorthAmerica(places);
        for (String country : List.of("US", "CA", "AU")) formats.put(country, american);
        var continental = new Continental();
        for (String country : List.of("DE", "AT", "CH", "LI", "NL", "BE", "LU", "ES", "IT"))
            formats.put(country, continental);
        formats.put("GB", new UnitedKingdom(places));
        formats.put("FR", new France());
        formats.put("BR", new Brazil(places));
        return formats;
    }
}
