package io.carillon.cleanse.money;

import io.carillon.cleanse.Hints;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The currency that a form stands for.
 *
 * @param code ISO 4217
 * @param changes what was concluded, and from what
 */
record CurrencyChoice(String code, List<String> changes) {
    /** Among several: the one of the country if it is among them, else the most usual, which is said. */
    static CurrencyChoice among(List<String> candidates, Currencies currencies, Hints hints) {
        if (candidates.size() == 1) return new CurrencyChoice(candidates.getFirst(), List.of());
        Optional<String> local = hints.country()
                .map(country -> country.toUpperCase(Locale.ROOT))
                .flatMap(currencies::ofCountry)
                .filter(candidates::contains);
        if (local.isPresent()) return new CurrencyChoice(local.get(), List.of("currency of the country"));
        String usual = candidates.getFirst();
        return new CurrencyChoice(usual, List.of("taken for " + currencies.englishName(usual)));
    }
}
