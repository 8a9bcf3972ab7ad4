package io.carillon.cleanse.place;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.word.Folding;
import io.carillon.core.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A state, province, county or the like as ISO 3166-2, such as {@code US-CA}: from its code or name. Whose it is, the
 * text says, or the hints do, or its name is that of one region only.
 */
public final class RegionCleanser implements Cleanser {
    private static final Regions REGIONS = new Regions();
    private static final Pattern PREFIXED = Pattern.compile("([A-Z]{2})[-_ /.:]?\\s*([A-Z0-9]{1,3})");
    private static final Pattern BARE_CODE = Pattern.compile("[A-Z0-9]{1,3}");
    private static final Pattern WITH_COUNTRY = Pattern.compile("(.+?)\\s*[,(/|]\\s*([^,()|/]+)\\)?");

    /** What people put before or behind a region's name. */
    private static final Pattern KIND_OF_REGION = Pattern.compile(
            "^(?:state|province|provincia|provincie|region|county|co|land|kanton|canton|comunidad|departement|estado|wojewodztwo|republic) (?:of |de |di |del |do |da |des |du |van )?"
                    + "|(?: state| province| region| county| prefecture| ken| shi| district| wojewodztwo| voivodeship| lan| fylke| sheng| oblast)$");

    /** The region alone, when it is known for sure. */
    public static Optional<String> code(String input, Optional<String> country) {
        Hints hints = country.map(Hints.NONE::withCountry).orElse(Hints.NONE);
        return new RegionCleanser().cleanse(input, hints).value() instanceof Value.Text(var code)
                ? Optional.of(code)
                : Optional.empty();
    }

    @Override
    public Cleansed cleanse(String input, Hints hints) {
        if (input.length() > Cleansed.INPUT_LENGTH_MAX) return Cleansed.invalid(input, "too long for a region");
        String text = input.strip();
        if (text.isEmpty()) return Cleansed.invalid(input, "empty; expected a region such as US-CA");
        Optional<String> country = hints.country().flatMap(CountryCleanser::code);
        Optional<Cleansed> coded = coded(input, text, country);
        if (coded.isPresent()) return coded.get();
        Cleansed named = named(input, text, country);
        if (named.isValid()) return named;
        Matcher withCountry = WITH_COUNTRY.matcher(text);
        if (!withCountry.matches()) return named;
        Optional<String> own = CountryCleanser.code(withCountry.group(2));
        if (own.isEmpty()) return named;
        String region = withCountry.group(1);
        return coded(input, region, own).orElseGet(() -> named(input, region, own));
    }

    private static Optional<Cleansed> coded(String input, String text, Optional<String> country) {
        String capitals = text.toUpperCase(Locale.ROOT);
        if (country.isPresent() && BARE_CODE.matcher(capitals.replace(".", "")).matches()) {
            Optional<Cleansed> own = ofCode(input, country.get() + "-" + capitals.replace(".", ""));
            if (own.isPresent()) return own;
            // A spreadsheet took the leading zero.
            if (capitals.matches("\\d")) own = ofCode(input, country.get() + "-0" + capitals);
            if (own.isPresent()) return own;
        }
        Matcher prefixed = PREFIXED.matcher(capitals);
        if (!prefixed.matches()) return Optional.empty();
        // Without a mark between them, as in "USCA", only the exact capitals are a code and no word.
        boolean isMarked = !Character.isLetterOrDigit(text.charAt(2));
        if (!isMarked && !text.equals(capitals)) return Optional.empty();
        String prefix = CountryCleanser.code(prefixed.group(1)).orElse(prefixed.group(1));
        return ofCode(input, prefix + "-" + prefixed.group(2));
    }

    private static Optional<Cleansed> ofCode(String input, String code) {
        if (REGIONS.isCode(code)) {
            return Optional.of(
                    Cleansed.valid(input, Value.of(code), code.equals(input) ? List.of() : List.of("code in full")));
        }
        return REGIONS.ofOldCode(code).map(now -> Cleansed.valid(input, Value.of(now), List.of("old code")));
    }

    private static Cleansed named(String input, String text, Optional<String> country) {
        String folded = Folding.fold(text);
        List<String> named = REGIONS.named(folded, country);
        if (named.isEmpty()) {
            named = REGIONS.named(KIND_OF_REGION.matcher(folded).replaceAll("").strip(), country);
        }
        if (isOne(named)) return Cleansed.valid(input, Value.of(named.getFirst()), List.of("code of the name"));
        if (!named.isEmpty()) return several(input, text, named);
        List<String> nearly = REGIONS.nearly(folded, country);
        if (isOne(nearly)) return Cleansed.valid(input, Value.of(nearly.getFirst()), List.of("typo in the name"));
        if (!nearly.isEmpty()) return several(input, text, nearly);
        if (country.isPresent() && !REGIONS.knows(country.get())) {
            return Cleansed.invalid(input, "the regions of " + country.get() + " are not known");
        }
        String expected =
                country.isPresent() ? "a region of " + country.get() : "a code such as US-CA, or a name and a country";
        return Cleansed.invalid(input, "no known region; expected " + expected);
    }

    private static boolean isOne(List<String> codes) {
        return codes.size() == 1;
    }

    private static Cleansed several(String input, String text, List<String> codes) {
        return Cleansed.invalid(input, "\"" + text + "\" could be any of " + String.join(", ", codes));
    }
}
