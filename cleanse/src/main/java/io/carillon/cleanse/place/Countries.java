package io.carillon.cleanse.place;

import io.carillon.cleanse.word.Folding;
import io.carillon.cleanse.word.OneEdit;
import io.carillon.cleanse.word.Table;
import io.carillon.cleanse.word.Tongues;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The countries by whatever names them. All keys are folded names, or codes in capitals. */
final class Countries {
    private static final Pattern IN_BRACKETS = Pattern.compile("(.+?)\\s*\\((.+)\\)");

    /** What stands before a name when it is said in full, in English: {@code Federal Republic of}. */
    private static final Pattern FORM_OF_STATE = Pattern.compile(
            "(?:the )?(?:(?:federal|federative|islamic|democratic|peoples|socialist|arab|oriental|co operative|hellenic|bolivarian) )*"
                    + "(?:republic|rep|kingdom|state|commonwealth|principality|grand duchy|sultanate|union|federation) of (?:the )?");

    private static final Pattern ARTICLE = Pattern.compile("(?:the|la|le|les|los|las|el|die|das|der|il|de) ");

    private final Set<String> codes = new TreeSet<>();
    private final Map<String, String> byCode = new TreeMap<>();
    private final Map<String, Set<String>> byName = new TreeMap<>();
    private final Map<String, Set<String>> bracketed = new TreeMap<>();
    final Map<String, String> successors = new TreeMap<>();
    final Map<String, String> vanished = new TreeMap<>();
    final Map<String, String> parts = new TreeMap<>();

    Countries() {
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            codes.add(code);
            byCode.put(country.getISO3Country(), code);
            for (Locale tongue : Tongues.ALL) add(byName, Folding.fold(country.getDisplayCountry(tongue)), code);
        }
        for (String code : Locale.getISOCountries()) {
            for (Locale tongue : Tongues.ALL) addBracketed(Locale.of("", code).getDisplayCountry(tongue), code);
        }
        byName.putAll(bracketed);
        // Assigned by its users, the European Commission among them, not by ISO.
        codes.add("XK");
        for (var row : Table.rows(Countries.class, "countries.tsv")) {
            String first = row.get(1);
            switch (row.getFirst()) {
                case "N" -> byCode.put(row.get(2), first);
                case "O" ->
                    byName.put(
                            Folding.fold(first), new TreeSet<>(Set.of(row.get(2).split(" "))));
                case "A" -> successors.put(first, row.get(2));
                case "X" -> vanished.put(first, row.get(2));
                case "P" -> parts.put(Folding.fold(first), row.get(2));
                default -> throw new IllegalStateException("countries.tsv: unknown row " + row);
            }
        }
        parts.keySet().forEach(byName::remove);
        vanished.keySet().forEach(byName::remove);
    }

    /** {@code Myanmar (Burma)} is known by either; but what is another one's name in full, as in Hong Kong (China), is not. */
    private void addBracketed(String name, String code) {
        var brackets = IN_BRACKETS.matcher(name);
        if (!brackets.matches()) return;
        for (int group = 1; group <= 2; group++) {
            String folded = Folding.fold(brackets.group(group));
            if (!byName.containsKey(folded)) add(bracketed, folded, code);
        }
    }

    private static void add(Map<String, Set<String>> names, String folded, String code) {
        if (!folded.isEmpty())
            names.computeIfAbsent(folded, key -> new TreeSet<>()).add(code);
    }

    /** An alpha-2 code of today. */
    boolean isCode(String capitals) {
        return codes.contains(capitals);
    }

    /** Of an alpha-3 or three-digit code of today. */
    Optional<String> ofOtherCode(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The countries of a folded name, with and without an article or a form of state. */
    Set<String> named(String folded) {
        Set<String> exact = byName.get(folded);
        if (exact != null) return exact;
        String bare = FORM_OF_STATE.matcher(folded).replaceFirst("");
        bare = ARTICLE.matcher(bare).lookingAt() ? ARTICLE.matcher(bare).replaceFirst("") : bare;
        return byName.getOrDefault(bare, Set.of());
    }

    /** The countries with a name that is one slip away. */
    Set<String> nearly(String folded) {
        var found = new TreeSet<String>();
        if (folded.length() < OneEdit.LENGTH_MIN) return found;
        byName.forEach((name, countries) -> {
            if (name.length() >= OneEdit.LENGTH_MIN && OneEdit.apart(folded, name)) found.addAll(countries);
        });
        return found;
    }
}
