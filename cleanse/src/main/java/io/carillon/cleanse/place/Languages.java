package io.carillon.cleanse.place;

import io.carillon.cleanse.word.Folding;
import io.carillon.cleanse.word.OneEdit;
import io.carillon.cleanse.word.Table;
import io.carillon.cleanse.word.Tongues;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which languages there are, and what they are called. */
final class Languages {
    private final Map<String, String> twoLetters = new TreeMap<>();
    private final Map<String, String> forms = new TreeMap<>();
    private final Map<String, Set<String>> byName = new TreeMap<>();

    Languages() {
        for (var row : Table.rows(Languages.class, "languages.tsv")) forms.put(row.getFirst(), row.get(1));
        for (String code : Locale.getISOLanguages()) {
            Locale language = Locale.of(code);
            String canonical = language.toLanguageTag();
            if (forms.containsKey(code)) continue;
            twoLetters.put(language.getISO3Language(), canonical);
            for (Locale tongue : Tongues.ALL) {
                String name = language.getDisplayLanguage(tongue);
                if (!name.equals(code))
                    byName.computeIfAbsent(Folding.fold(name), key -> new TreeSet<>())
                            .add(canonical);
            }
        }
    }

    /** Canonical, when its language, script and region are known ones. */
    Optional<String> ofTag(String text) {
        String tag = text.replaceAll("[-_ ]+", "-");
        int end = tag.indexOf('-');
        String first = (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
        String rest = end < 0 ? "" : tag.substring(end);
        String language = first.length() > 3 ? first : forms.getOrDefault(first, twoLetters.getOrDefault(first, first));
        try {
            Locale locale = new Locale.Builder()
                    .setLanguageTag(language + todaysRegion(rest))
                    .build();
            return isKnown(locale) ? Optional.of(locale.toLanguageTag()) : Optional.empty();
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /** {@code -UK} is {@code -GB}. */
    private static String todaysRegion(String rest) {
        String last = rest.substring(rest.lastIndexOf('-') + 1);
        if (last.length() != 2 || rest.lastIndexOf('-') > 5) return rest;
        return CountryCleanser.code(last)
                .map(code -> rest.substring(0, rest.length() - 2) + code)
                .orElse(rest);
    }

    private static boolean isKnown(Locale locale) {
        String language = locale.getLanguage();
        // A code without a name is none.
        if (language.isEmpty() || locale.getDisplayLanguage(Locale.ENGLISH).equals(language)) return false;
        if (language.equals("und") || language.equals("mul") || language.equals("zxx")) return false;
        String script = locale.getScript();
        if (!script.isEmpty() && locale.getDisplayScript(Locale.ENGLISH).equals(script)) return false;
        String region = locale.getCountry();
        return region.isEmpty() || !locale.getDisplayCountry(Locale.ENGLISH).equals(region);
    }

    Set<String> named(String folded) {
        String form = folded.length() > 3 ? forms.get(folded) : null;
        return form != null ? Set.of(form) : byName.getOrDefault(folded, Set.of());
    }

    Set<String> nearly(String folded) {
        var found = new TreeSet<String>();
        if (folded.length() < OneEdit.LENGTH_MIN) return found;
        byName.forEach((name, tags) -> {
            if (name.length() >= OneEdit.LENGTH_MIN && OneEdit.apart(folded, name)) found.addAll(tags);
        });
        return found;
    }
}
