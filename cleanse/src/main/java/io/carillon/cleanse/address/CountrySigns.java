package io.carillon.cleanse.address;

import io.carillon.core.value.LetterCase;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What tells the country of an address that neither names it nor has a postal code of its own shape: the language of its
 * street together with the place of its code, a state or province at its end, or a large town. One sign alone, which two
 * countries share, tells nothing.
 */
final class CountrySigns {
    private static final Pattern AUSTRALIA = Pattern.compile(".* (?:nsw|vic|qld|wa|sa|tas|act|nt) \\d{4}");
    private static final Pattern HOUSE_NUMBER = Pattern.compile("\\d{1,6}(?:[a-z]|-\\d{1,4}|-[a-z])?|one");
    /** Mexico and Spain write their streets alike. */
    private static final Set<String> MEXICO = Set.of("col", "colonia", "cdmx", "cp");

    private static final List<String> LANGUAGES = List.of("de", "nl", "fr", "es", "it", "br");
    private static final int STATE_WORDS_MAX = 3;

    private final Places places;
    private final Map<String, String> towns = new LinkedHashMap<>();
    private final Map<String, Set<String>> signs = new LinkedHashMap<>();
    private final Set<String> counties = Table.keys("gb-counties.txt", "\\|");
    private final Set<String> suffixes = Table.forms("us-suffixes.txt").keySet();

    CountrySigns(Places places) {
        this.places = places;
        for (String line : Table.lines("towns.txt")) {
            String[] row = line.split("\\|", -1);
            for (int at = 1; at < row.length; at++) towns.put(Words.key(row[at]), row[0]);
        }
        for (String line : Table.lines("street-signs.txt")) {
            String[] row = line.split("\\s+", -1);
            var words = new LinkedHashSet<String>();
            for (int at = 2; at < row.length; at++) words.add(Words.key(row[at]));
            signs.put(row[0] + " " + row[1], words);
        }
    }

    Optional<String> country(Words words) {
        String keys = words.keys(0, words.size());
        if (keys.contains(" cedex")) return Optional.of("FR");
        if (AUSTRALIA.matcher(keys).matches()) return Optional.of("AU");
        Set<String> languages = languages(words);
        if (languages.contains("br") && endsInState(words, "BR")) return Optional.of("BR");
        if (beginsWithNumber(words)
                && endsInState(words, "US")
                && (hasSuffix(words) || words.breaksWithin(0, words.size()) > 0)) return Optional.of("US");
        if (beginsWithNumber(words) && endsInState(words, "CA")) return Optional.of("CA");
        for (int at = words.size() - 2; at >= 0; at--)
            if (isCodeBeforeTown(words, at)) return byCode(words, at, languages);
        return byTownAlone(words, languages);
    }

    private Optional<String> byCode(Words words, int at, Set<String> languages) {
        Optional<String> town = town(words, at + 1);
        boolean five = words.key(at).length() == 5;
        if (town.isPresent())
            return town.filter(country -> five == Set.of("DE", "FR", "ES", "IT").contains(country));
        if (five && languages.size() != 1) return Optional.empty();
        if (!five) return languages.equals(Set.of("nl")) ? Optional.of("BE") : Optional.empty();
        return switch (languages.iterator().next()) {
            case "de" -> Optional.of("DE");
            case "fr" -> Optional.of("FR");
            case "it" -> Optional.of("IT");
            case "es" ->
                words.words().stream().anyMatch(word -> MEXICO.contains(word.key()))
                        ? Optional.empty()
                        : Optional.of("ES");
            default -> Optional.empty();
        };
    }

    /** A town at the end, behind a break, tells the country when a street is there whose language, if known, fits. */
    private Optional<String> byTownAlone(Words words, Set<String> languages) {
        int from = lastSegment(words);
        if (from <= 0 || words.words().stream().limit(from).noneMatch(Words.Word::hasDigit)) return Optional.empty();
        String last = words.keys(from, words.size());
        if (beginsWithNumber(words) && hasSuffix(words.range(0, from)) && counties.contains(last))
            return Optional.of("GB");
        return town(words, from).filter(country -> switch (country) {
            case "DE", "AT" -> languages.contains("de");
            case "CH" -> languages.contains("de") || languages.contains("fr") || languages.contains("it");
            case "NL" -> languages.isEmpty() || languages.contains("nl");
            case "BE", "LU" -> languages.contains("nl") || languages.contains("fr");
            case "FR" -> languages.contains("fr");
            case "ES" -> languages.contains("es");
            case "IT" -> languages.contains("it");
            case "BR" -> languages.contains("br");
            default -> hasSuffix(words.range(0, from));
        });
    }

    private static int lastSegment(Words words) {
        int from = words.size() - 1;
        while (from > 0 && !words.breaksAt(from)) from--;
        return from;
    }

    /** The town that a segment's rest names. */
    private Optional<String> town(Words words, int from) {
        int to = from + 1;
        while (!words.breaksAt(to)) to++;
        for (int end = to; end > from; end--) {
            String town = towns.get(words.keys(from, end));
            if (town != null) return Optional.of(town);
        }
        return Optional.empty();
    }

    /** Four or five digits with a town behind them, and not a house number before its street. */
    private boolean isCodeBeforeTown(Words words, int at) {
        String key = words.key(at);
        if (!words.get(at).isNumber() || key.length() < 4 || key.length() > 5 || words.breaksAt(at + 1)) return false;
        if (words.get(at + 1).hasDigit() || words.key(at + 1).length() < 2) return false;
        return at > 0 || words.breaksWithin(0, words.size()) > 0 || towns.containsKey(words.keys(1, words.size()));
    }

    /** The first number is a house's, in front of its street. */
    private static boolean beginsWithNumber(Words words) {
        if (words.keys(0, Math.min(2, words.size())).equals("po box")) return true;
        for (int at = 0; at < words.size() - 1; at++) {
            boolean house = HOUSE_NUMBER.matcher(words.key(at)).matches();
            if (house || words.get(at).hasDigit()) return house && words.breaksAt(at) && !words.breaksAt(at + 1);
        }
        return false;
    }

    /** A code is written in capitals, or all is in small letters; behind it may stand a postal code without its mark. */
    private boolean endsInState(Words words, String country) {
        int last = words.size();
        if (country.equals("BR") && last > 3 && words.key(last - 1).matches("\\d{8}")) last--;
        String text = words.get(last - 1).text();
        boolean shown = text.equals(Words.upper(text))
                || words.words().stream().allMatch(word -> word.text().equals(LetterCase.lower(word.text())));
        int slash = words.key(last - 1).lastIndexOf('/');
        if (slash > 0)
            return places.region(country, words.key(last - 1).substring(slash + 1))
                    .isPresent();
        for (int length = 1; length <= Math.min(STATE_WORDS_MAX, last - 2); length++) {
            String name = words.keys(last - length, last);
            if ((name.length() > 2 || shown) && places.region(country, name).isPresent()) return true;
        }
        return false;
    }

    private boolean hasSuffix(Words words) {
        for (int at = 2; at < words.size(); at++) if (suffixes.contains(words.key(at))) return true;
        return false;
    }

    private Set<String> languages(Words words) {
        var found = new LinkedHashSet<String>();
        for (String language : LANGUAGES)
            for (int at = 0; at < words.size(); at++) if (isSign(words, at, language)) found.add(language);
        return found;
    }

    private boolean isSign(Words words, int at, String language) {
        String key = words.key(at);
        boolean begins =
                words.breaksAt(at) || (at > 0 && words.get(at - 1).hasDigit()) || isRepetition(words.key(at - 1));
        if (begins && !words.breaksAt(at + 1) && signs(language, "first").contains(key)) return true;
        if (!words.breaksAt(at) && signs(language, "last").contains(key)) return true;
        for (String end : signs(language, "end")) if (key.length() > end.length() + 2 && key.endsWith(end)) return true;
        return false;
    }

    private static boolean isRepetition(String key) {
        return Set.of("bis", "ter", "quater").contains(key);
    }

    private Set<String> signs(String language, String kind) {
        return signs.getOrDefault(language + " " + kind, Set.of());
    }
}
