package io.carillon.cleanse.address;

import io.carillon.cleanse.Hints;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the country of an address: what its end says, else what is known of its source, else its postal code's shape. */
final class CountryFinder {
    private static final int NAME_WORDS_MAX = 4;
    private static final Set<String> ALSO_STATES = Set.of("CA", "DE", "IN", "NL", "NO", "SE", "PL");
    private static final Pattern UNITED_KINGDOM =
            Pattern.compile("(?:^|.* )(?:gir ?0aa|[a-z]{1,2}\\d[a-z\\d]? ?\\d[abd-hjlnp-uw-z]{2})(?: .*|$)");
    private static final Pattern NETHERLANDS = Pattern.compile("(?:.* )?[1-9]\\d{3} ?[a-z]{2} \\p{L}{2}.*");
    private static final Pattern BRAZIL = Pattern.compile("(?:.* )?\\d{5}-\\d{3}(?: .*|$)");
    private static final Pattern CANADA = Pattern.compile(".* [abceghj-nprstvxy]\\d[a-z][ -]?\\d[a-z]\\d");
    private static final Pattern PREFIXED = Pattern.compile("(?:.* )?(d|a|ch|f|b|nl)-\\d{4,5}(?: .*|$)");

    private final Places places;

    CountryFinder(Places places) {
        this.places = places;
    }

    /**
     * @param country ISO 3166-1 alpha-2; empty when nothing says it
     * @param words without the country's name
     */
    record Found(Optional<String> country, Words words, boolean named) {}

    Found find(Words words, Hints hints) {
        for (int length = Math.min(NAME_WORDS_MAX, words.size() - 1); length > 0; length--) {
            int from = words.size() - length;
            Optional<String> named = places.country(words.keys(from, words.size()));
            if (named.isEmpty() || !isMeant(words, from, named.get(), hints)) continue;
            Found inner = find(words.range(0, from), Hints.NONE.withCountry(named.get()));
            return new Found(
                    named, inner.named && inner.country.equals(named) ? inner.words : words.range(0, from), true);
        }
        Optional<String> hinted = hints.country().map(Words::upper).map(code -> code.equals("UK") ? "GB" : code);
        return new Found(hinted.isPresent() ? hinted : byShape(words), words, false);
    }

    private boolean isMeant(Words words, int from, String country, Hints hints) {
        String name = words.keys(from, words.size());
        // New Mexico; a street's or a box's number is no end of an address.
        if (Set.of("new", "north", "south", "east", "west", "n", "s", "e", "w").contains(words.key(from - 1)))
            return false;
        if (hints.country().flatMap(hint -> places.region(hint, name)).isPresent()) return false;
        if (name.length() > 3) return words.breaksAt(from) || from > 1;
        boolean known = hints.country().filter(country::equals).isPresent();
        if (ALSO_STATES.contains(Words.upper(name))) return hasPostalCode(words.range(0, from), country);
        return words.breaksAt(from)
                || words.get(from - 1).hasDigit()
                || places.region(country, words.key(from - 1)).isPresent()
                || known;
    }

    private static boolean hasPostalCode(Words words, String country) {
        String keys = words.keys(0, words.size());
        return switch (country) {
            case "CA" -> CANADA.matcher(keys).matches();
            case "DE" -> keys.matches(".+ (d-)?\\d{5} \\p{L}{2}.*");
            case "NL" -> NETHERLANDS.matcher(keys).matches();
            case "IN" -> keys.matches(".* \\d{6}|.* \\d{3} \\d{3}");
            case "SE" -> keys.matches(".+ (s-)?\\d{3} \\d{2} \\p{L}{2}.*");
            case "PL" -> keys.matches(".+ \\d{2}-\\d{3} \\p{L}{2}.*");
            default -> keys.matches(".+ (n-)?\\d{4} \\p{L}{2}.*");
        };
    }

    /** Only what no two countries share. */
    private Optional<String> byShape(Words words) {
        String keys = words.keys(0, words.size());
        if (UNITED_KINGDOM.matcher(keys).matches()) return Optional.of("GB");
        if (CANADA.matcher(keys).matches()) return Optional.of("CA");
        if (BRAZIL.matcher(keys).matches()) return Optional.of("BR");
        if (hasStateAndZip(words)) return Optional.of("US");
        if (NETHERLANDS.matcher(keys).matches()) return Optional.of("NL");
        var prefixed = PREFIXED.matcher(keys);
        if (!prefixed.matches()) return Optional.empty();
        return Optional.of(
                switch (prefixed.group(1)) {
                    case "d" -> "DE";
                    case "a" -> "AT";
                    case "f" -> "FR";
                    case "b" -> "BE";
                    case "nl" -> "NL";
                    default -> "CH";
                });
    }

    private boolean hasStateAndZip(Words words) {
        int last = words.size() - 1;
        if (last < 1 || !words.get(last).text().matches("\\d{5}(-\\d{4})?\\.?")) return false;
        for (int length = 1; length <= Math.min(3, last); length++)
            if (places.region("US", words.keys(last - length, last)).isPresent()) return true;
        return false;
    }
}
