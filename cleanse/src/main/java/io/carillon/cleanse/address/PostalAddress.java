package io.carillon.cleanse.address;

import io.carillon.core.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * An address in its parts. What is not known is empty.
 *
 * @param street with its type in its country's usual form: {@code N Main St}; or the post box: {@code PO Box 12}
 * @param houseNumber with its letters and its range: {@code 12a}, {@code 12 bis}, {@code 12-14}
 * @param unit within the building: {@code Apt 3}, {@code Flat 2}, {@code 2. OG}
 * @param district the part of a town that an address names besides: a Brazilian bairro, a British locality
 * @param region ISO 3166-2, as {@code US-IL}
 * @param country ISO 3166-1 alpha-2
 * @param lines as on an envelope within the country, its country's name left out
 */
public record PostalAddress(
        Optional<String> street,
        Optional<String> houseNumber,
        Optional<String> unit,
        Optional<String> district,
        Optional<String> city,
        Optional<String> region,
        Optional<String> postalCode,
        Optional<String> country,
        List<String> lines) {
    public PostalAddress {
        lines = List.copyOf(lines);
    }

    /** Every key but {@code district}, which is there when there is one; {@code null} for what is not known. */
    public Value.Fields toValue() {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("street", orNothing(street));
        fields.put("houseNumber", orNothing(houseNumber));
        fields.put("unit", orNothing(unit));
        district.ifPresent(name -> fields.put("district", Value.of(name)));
        fields.put("city", orNothing(city));
        fields.put("region", orNothing(region));
        fields.put("postalCode", orNothing(postalCode));
        fields.put("country", orNothing(country));
        fields.put("lines", Value.of(lines.stream().map(Value::of).toList()));
        return new Value.Fields(fields);
    }

    private static Value orNothing(Optional<String> text) {
        return text.<Value>map(Value::of).orElse(Value.Nothing.NOTHING);
    }
}
