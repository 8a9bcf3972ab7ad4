package io.carillon.cleanse.money;

import io.carillon.cleanse.word.Table;
import io.carillon.cleanse.word.Tongues;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Which currencies there are, past ones too, and which forms stand for them: code, sign, name. Threads may share it. */
final class Currencies {
    /** ISO 4217 has codes that are no currency: none at all, and one for tests. */
    private static final Set<String> NO_CURRENCY = Set.of("XXX", "XTS");

    private static final Pattern IGNORED = Pattern.compile("[.\\s'’‘ʻʼ\\p{Cf}\\u00A0\\u202F]+");

    private final Map<String, Currency> codes = new TreeMap<>();
    private final Map<Integer, String> numbers = new TreeMap<>();
    private final Map<String, List<String>> signs = new LinkedHashMap<>();
    private final Map<String, Set<String>> names = new HashMap<>();

    Currencies() {
        for (Currency currency : Currency.getAvailableCurrencies()) {
            if (!NO_CURRENCY.contains(currency.getCurrencyCode())) codes.put(currency.getCurrencyCode(), currency);
        }
        for (List<String> row : Table.rows(Currencies.class, "signs.tsv")) {
            List<String> users = List.of(row.get(1).split(" "));
            signs.put(row.get(0), users);
            signs.putIfAbsent(key(row.get(0)), users);
        }
        codes.values().forEach(this::addNames);
        for (Currency currency : codes.values())
            if (currency.getNumericCode() > 0)
                numbers.merge(
                        currency.getNumericCode(),
                        currency.getCurrencyCode(),
                        (one, other) -> isCurrent(one) ? one : other);
    }

    private void addNames(Currency currency) {
        for (Locale tongue : Tongues.ALL) {
            String name = currency.getDisplayName(tongue);
            if (name.equals(currency.getCurrencyCode())) continue;
            names.computeIfAbsent(key(name), key -> new TreeSet<>()).add(currency.getCurrencyCode());
        }
    }

    /** Letters in lower case but for a single one, whose case tells it from a word; no dots, spaces and apostrophes. */
    private static String key(String form) {
        String bare = IGNORED.matcher(form).replaceAll("");
        return bare.length() == 1 ? bare : bare.toLowerCase(Locale.ROOT);
    }

    Optional<Currency> ofCode(String code) {
        return Optional.ofNullable(codes.get(code));
    }

    /** By the three digits of ISO 4217; of several the one of today. */
    Optional<String> ofNumber(String digits) {
        return digits.matches("\\d{3}") ? Optional.ofNullable(numbers.get(Integer.valueOf(digits))) : Optional.empty();
    }

    Collection<Currency> all() {
        return codes.values();
    }

    /** The currencies that use a sign or an everyday word, the most usual first; none when it is no such form. */
    List<String> ofSign(String form) {
        String key = key(form);
        List<String> found = signs.getOrDefault(form, signs.get(key));
        // A single letter in the other script's case: the rouble's р and Р.
        if (found == null && key.length() == 1 && key.codePointAt(0) > 0x7F)
            found = signs.get(key.toLowerCase(Locale.ROOT));
        return found == null ? List.of() : found;
    }

    /** The currencies of a name in full, those of today first. */
    List<String> ofName(String name) {
        Set<String> found = names.getOrDefault(key(name), Set.of());
        if (found.size() < 2) return List.copyOf(found);
        List<String> current = found.stream().filter(Currencies::isCurrent).toList();
        return current.isEmpty() ? List.copyOf(found) : current;
    }

    /** The currency of a country, today. */
    Optional<String> ofCountry(String country) {
        return Optional.ofNullable(LEGAL_TENDER.get(country));
    }

    String englishName(String code) {
        return ofCode(code)
                .map(currency -> currency.getDisplayName(Locale.ENGLISH))
                .orElse(code);
    }

    private static boolean isCurrent(String code) {
        return LEGAL_TENDER.containsValue(code);
    }

    private static final Map<String, String> LEGAL_TENDER = legalTender();

    private static Map<String, String> legalTender() {
        var byCountry = new TreeMap<String, String>();
        for (String country : Locale.getISOCountries()) {
            Currency currency = Currency.getInstance(Locale.of("", country));
            // Antarctica has none.
            if (currency != null) byCountry.put(country, currency.getCurrencyCode());
        }
        return byCountry;
    }
}
