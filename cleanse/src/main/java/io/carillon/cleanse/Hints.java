package io.carillon.cleanse;

import java.util.Optional;

/**
 * What is known of where a value comes from.
 *
 * @param country whose phone numbers, addresses and regions are meant when a value does not say so; ISO 3166-1 alpha-2
 * @param order of the parts of dates that can be read in two ways
 */
public record Hints(Optional<String> country, Optional<DateOrder> order) {
    public static final Hints NONE = new Hints(Optional.empty(), Optional.empty());

    public Hints withCountry(String code) {
        return new Hints(Optional.of(code), order);
    }

    public Hints withOrder(DateOrder other) {
        return new Hints(country, Optional.of(other));
    }
}
