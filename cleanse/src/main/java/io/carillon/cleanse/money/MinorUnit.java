package io.carillon.cleanse.money;

import io.carillon.cleanse.Hints;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An amount in hundredths of a currency: {@code 99p}, {@code 50 cents}. */
record MinorUnit(String currency, String change) {
    private static final List<String> CENTS = List.of("USD", "CAD", "AUD", "NZD", "EUR", "ZAR", "SGD", "HKD", "MXN");
    private static final List<String> PENCE = List.of("GBP", "FKP", "GIP", "SHP");
    private static final List<String> EURO_CENTS = List.of("EUR", "USD");
    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("p", PENCE),
            Map.entry("pence", PENCE),
            Map.entry("penny", PENCE),
            Map.entry("gbx", PENCE),
            Map.entry("¢", CENTS),
            Map.entry("cent", CENTS),
            Map.entry("cents", CENTS),
            Map.entry("ct", EURO_CENTS),
            Map.entry("centimes", EURO_CENTS),
            Map.entry("коп", List.of("RUB", "BYN", "UAH")),
            Map.entry("копеек", List.of("RUB", "BYN", "UAH")),
            Map.entry("groszy", List.of("PLN")),
            Map.entry("øre", List.of("DKK", "NOK")),
            Map.entry("öre", List.of("SEK")),
            Map.entry("rappen", List.of("CHF")),
            Map.entry("paise", List.of("INR", "PKR")));

    private static final Pattern WORD = Pattern.compile(" ?(¢|\\p{L}{1,8})(?!\\p{L})");

    static Optional<MinorUnit> behind(PriceText text, Found found, Hints hints) {
        Matcher matcher = WORD.matcher(text.text).region(found.amountEnd(), text.text.length());
        if (!matcher.lookingAt()) return Optional.empty();
        List<String> candidates = WORDS.get(matcher.group(1).toLowerCase(Locale.ROOT));
        if (candidates == null) return Optional.empty();
        CurrencyChoice choice = CurrencyChoice.among(candidates, CurrencyCleanser.currencies(), hints);
        return Optional.of(new MinorUnit(choice.code(), "hundredths of " + choice.code()));
    }
}
