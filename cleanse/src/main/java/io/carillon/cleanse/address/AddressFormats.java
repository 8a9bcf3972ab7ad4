package io.carillon.cleanse.address;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which format reads which country. */
final class AddressFormats {
    private AddressFormats() {}

    static Map<String, AddressFormat> of(Places places) {
        var formats = new LinkedHashMap<String, AddressFormat>();
        var american = new NorthAmerica(places);
        for (String country : new String[] {"US", "CA", "AU", "PR"}) formats.put(country, american);
        return formats;
    }
}
