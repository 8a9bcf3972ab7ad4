package io.carillon.cleanse.address;

import io.carillon.cleanse.Hints;
import io.carillon.core.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Invented addresses and what they should be split into. */
final class AddressCases {
    private static final List<String> FIELDS = List.of("street", "houseNumber", "unit", "city", "postalCode", "region");

    private AddressCases() {}

    record Case(String country, String input, List<String> expected) {}

    static List<Case> read() {
        try (var stream = Objects.requireNonNull(AddressCases.class.getResourceAsStream("cases.txt"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\\|", -1))
                    .map(row -> new Case(row[0], row[1], List.of(row).subList(2, 8)))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What a case is read as, in the order of its file. */
    static List<String> found(Case one) {
        Value value = new AddressCleanser()
                .cleanse(one.input(), Hints.NONE.withCountry(one.country()))
                .value();
        var fields = value instanceof Value.Fields all ? all : Value.Fields.NONE;
        var texts = new ArrayList<String>();
        for (String field : FIELDS) texts.add(fields.text(field).orElse(""));
        return texts;
    }
}
