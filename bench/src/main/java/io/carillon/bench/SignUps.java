package io.carillon.bench;

import io.carillon.core.value.Value;
import io.carillon.server.cleansing.Cleansing;
import java.util.LinkedHashMap;
import java.util.Locale;

/** Traits as a form sends them. */
final class SignUps {
    static final Cleansing.Complaints NOBODY = (_, _, _, _) -> {};

    private long number;

    static Value.Fields clean() {
        return traits("jane@x.org", "Jane", "Doe", "+49301234567", "1990-05-03", "DE");
    }

    /** Each is of another person. */
    Value.Fields next() {
        number++;
        return traits(
                " Jane.%d@X.ORG".formatted(number),
                "JANE" + letters(number),
                "DOE" + letters(number),
                "+49 (0)30 1%06d".formatted(number % 1_000_000),
                "%d May %d".formatted(1 + number % 28, 1930 + number % 80),
                "Germany");
    }

    private static String letters(long number) {
        return Long.toString(number, 26).toUpperCase(Locale.ROOT).replaceAll("[0-9]", "E");
    }

    private static Value.Fields traits(
            String email, String first, String last, String phone, String birthday, String country) {
        var traits = new LinkedHashMap<String, Value>();
        traits.put("email", Value.of(email));
        traits.put("firstName", Value.of(first));
        traits.put("lastName", Value.of(last));
        traits.put("phone", Value.of(phone));
        traits.put("birthday", Value.of(birthday));
        var address = new LinkedHashMap<String, Value>();
        address.put("street", Value.of("Torstraße 1"));
        address.put("country", Value.of(country));
        traits.put("address", new Value.Fields(address));
        traits.put("plan", Value.of("pro"));
        return new Value.Fields(traits);
    }
}
