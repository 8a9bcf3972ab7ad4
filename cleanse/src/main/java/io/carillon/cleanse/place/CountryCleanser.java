package io.carillon.cleanse.place;

import io.carillon.cleanse.Cleansed;
import io.carillon.cleanse.Cleanser;
import io.carillon.cleanse.Hints;
import io.carillon.cleanse.word.Folding;
import io.carillon.core.value.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A country as ISO 3166-1 alpha-2, from a code of the standard, a flag, or a name in the main languages, also with one
 * slip. A code or name of the past counts where there is one successor.
 */
public final class CountryCleanser implements Cleanser {
    private static final Countries COUNTRIES = new Countries();
    private static final Pattern PARTS = Pattern.compile("\\s*[,;/|()\\[\\]]\\s*|\\s+[-–—]\\s+");
    private static final int FLAG_A = 0x1F1E6;

    /** The country alone, when it is known for sure. */
    public static Optional<String> code(String input) {
        return new CountryCleanser().cleanse(input, Hints.NONE).value() instanceof Value.Text(var code)
                ? Optional.of(code)
                : Optional.empty();
    }

    @Override
    public Cleansed cleanse(String input, Hints hints) {
        if (input.length() > Cleansed.INPUT_LENGTH_MAX) return Cleansed.invalid(input, "too long for a country");
        String text = input.strip();
        if (text.isEmpty()) return Cleansed.invalid(input, "empty; expected a country such as DE or Germany");
        Cleansed whole = whole(input, text);
        if (whole.isValid()) return whole;
        List<String> parts = Arrays.stream(PARTS.split(text, 5))
                .filter(part -> !part.isBlank())
                .toList();
        if (parts.size() < 2) return whole;
        // "Germany (DE)", "DE - Germany": each part says the same, or says nothing.
        var agreed = new TreeSet<String>();
        for (String part : parts) {
            if (whole(part, part).value() instanceof Value.Text(var code)) agreed.add(code);
        }
        if (agreed.size() != 1) return whole;
        boolean areAllKnown = parts.stream().allMatch(part -> whole(part, part).isValid());
        return areAllKnown ? Cleansed.valid(input, Value.of(agreed.first()), List.of("said twice")) : whole;
    }

    private static Cleansed whole(String input, String text) {
        String capitals = text.toUpperCase(Locale.ROOT).replaceAll("[.\\s]", "");
        if (COUNTRIES.isCode(capitals)) {
            return Cleansed.valid(
                    input, Value.of(capitals), capitals.equals(input) ? List.of() : List.of("upper case"));
        }
        Optional<String> flag = flag(text);
        if (flag.isPresent()) return Cleansed.valid(input, Value.of(flag.get()), List.of("code of the flag"));
        String number = capitals.matches("\\d{1,2}") ? "0".repeat(3 - capitals.length()) + capitals : capitals;
        // "Nga" is Russia in Vietnamese, and NGA is Nigeria.
        boolean isWord =
                !capitals.equals(text) && !COUNTRIES.named(Folding.fold(text)).isEmpty();
        Optional<String> other = isWord ? Optional.empty() : COUNTRIES.ofOtherCode(number);
        if (other.isPresent())
            return Cleansed.valid(input, Value.of(other.get()), List.of("alpha-2 of the other code"));
        String successor = COUNTRIES.successors.get(capitals);
        if (successor != null) return Cleansed.valid(input, Value.of(successor), List.of("old or unofficial code"));
        String folded = Folding.fold(text);
        String gone = COUNTRIES.vanished.getOrDefault(capitals, COUNTRIES.vanished.getOrDefault(folded, ""));
        if (!gone.isEmpty())
            return Cleansed.invalid(input, "\"" + text + "\" was " + gone + "; expected a country of today");
        String whole = COUNTRIES.parts.get(folded);
        if (whole != null) return Cleansed.valid(input, Value.of(whole), List.of("country of its part " + folded));
        return named(input, text, folded);
    }

    private static Cleansed named(String input, String text, String folded) {
        Set<String> named = COUNTRIES.named(folded);
        if (named.size() == 1)
            return Cleansed.valid(input, Value.of(named.iterator().next()), List.of("code of the name"));
        if (named.size() > 1) return several(input, text, named);
        Set<String> nearly = COUNTRIES.nearly(folded);
        if (nearly.size() == 1) {
            String code = nearly.iterator().next();
            return Cleansed.valid(input, Value.of(code), List.of("typo in the name of " + englishName(code)));
        }
        if (nearly.size() > 1) return several(input, text, nearly);
        return Cleansed.invalid(input, "no known country; expected a code of ISO 3166-1 or a name");
    }

    private static Cleansed several(String input, String text, Set<String> codes) {
        return Cleansed.invalid(input, "\"" + text + "\" could be any of " + String.join(", ", codes));
    }

    private static Optional<String> flag(String text) {
        int[] points = text.codePoints().toArray();
        if (points.length != 2) return Optional.empty();
        var code = new StringBuilder();
        for (int point : points) {
            if (point < FLAG_A || point > FLAG_A + 25) return Optional.empty();
            code.append((char) ('A' + point - FLAG_A));
        }
        return Optional.of(code.toString()).filter(COUNTRIES::isCode);
    }

    private static String englishName(String code) {
        return Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    }
}
