package io.carillon.server.imports;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Kind;
import io.carillon.connectors.mapping.Conversions;
import io.carillon.core.value.Value;
import io.carillon.server.collect.EmailAddresses;
import io.carillon.server.collect.HistoryReader;
import io.carillon.server.collect.PhoneNumbers;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The kinds that a mapping can ask for, in the forms that the tracking edge gives them. */
public final class KnownKinds {
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]{1,30}(\\.[0-9]{1,30})?");
    private static final List<String> YES = List.of("true", "yes", "y", "1", "on", "ja", "oui", "si", "sim");
    private static final List<String> NO = List.of("false", "no", "n", "0", "off", "nein", "non", "nee", "nao");

    private KnownKinds() {}

    public static Conversions conversions() {
        var kinds = new EnumMap<Kind, Cleanser>(Kind.class);
        kinds.put(
                Kind.EMAIL,
                one(
                        "an e-mail address",
                        "normal form",
                        text -> EmailAddresses.normalise(text).map(Value::of)));
        kinds.put(
                Kind.PHONE,
                (input, hints) -> PhoneNumbers.normalise(input.strip(), hints.country())
                        .map(number -> changed(input, Value.of(number), "E.164"))
                        .orElseGet(() -> Cleansed.invalid(
                                input, "is not a phone number with its country, such as +4930123456")));
        kinds.put(Kind.BOOLEAN, one("yes or no", "yes or no", KnownKinds::flag));
        kinds.put(
                Kind.NUMBER,
                one(
                        "a number such as 12.5",
                        "number",
                        text -> Optional.of(text)
                                .filter(it -> NUMBER.matcher(it).matches())
                                .map(it -> Value.of(new BigDecimal(it)))));
        kinds.put(
                Kind.DATE,
                one(
                        "a date as ISO 8601 has it, such as 2026-03-02",
                        "ISO 8601",
                        text -> HistoryReader.time(Value.of(text)).map(at -> Value.of(at.toString()))));
        return new Conversions(kinds);
    }

    private static Optional<Value.Flag> flag(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) return Optional.of(Value.of(true));
        return NO.contains(word) ? Optional.of(Value.of(false)) : Optional.empty();
    }

    private static Cleanser one(String expected, String rule, Function<String, Optional<? extends Value>> form) {
        return (input, _) -> {
            Optional<? extends Value> value = form.apply(input.strip());
            return value.isPresent()
                    ? changed(input, value.get(), rule)
                    : Cleansed.invalid(input, "is not " + expected);
        };
    }

    private static Cleansed changed(String input, Value value, String rule) {
        return Cleansed.valid(input, value, value.equals(Value.of(input)) ? List.of() : List.of(rule));
    }
}
