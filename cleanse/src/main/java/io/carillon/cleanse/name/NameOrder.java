package io.carillon.cleanse.name;

import java.util.List;
import java.util.Locale;

/** How many words at the start are the family name, in names without a comma; 0 when the given name is first. */
final class NameOrder {
    /** How much more the second word must look like a given name than the first one. */
    private static final double MARGIN_MIN = 1.5;

    private static final double LISTS_MARGIN_MIN = 3;
    private static final int CAPITALS_LENGTH_MIN = 3;

    private NameOrder() {}

    static int familyFirst(List<String> words) {
        int capitals = 0;
        while (capitals < words.size() && isCapitals(words.get(capitals))) capitals++;
        List<String> rest = words.subList(capitals, words.size());
        boolean mixed = rest.stream().allMatch(NameOrder::isMixed)
                && rest.stream().anyMatch(word -> !Lexicon.isInitial(word) && !isCapitals(word));
        if (capitals > 0 && capitals < words.size() && mixed) return capitals;
        return byInitial(words) || byLists(words) ? 1 : 0;
    }

    /** DOE JOHN A.: an initial is never last after two whole words, the second of them a given name. */
    private static boolean byInitial(List<String> words) {
        if (words.size() != 3 || !Lexicon.isInitial(words.get(2))) return false;
        String first = Words.key(words.get(0));
        String second = Words.key(words.get(1));
        if (first.length() < 2 || second.length() < 2 || Lexicon.isParticle(second)) return false;
        return NameLists.isGiven(second)
                && NameLists.givenScore(second) - NameLists.givenScore(first)
                        > (NameLists.isGiven(first) ? MARGIN_MIN : 0);
    }

    /** Hincapie Janice: the lists know the second word as a given name only, and the first one not as such. */
    private static boolean byLists(List<String> words) {
        if (words.size() != 2) return false;
        String first = Words.key(words.get(0));
        String second = Words.key(firstHalf(words.get(1)));
        boolean listed = !NameLists.isGiven(first) && NameLists.isGiven(second);
        boolean sure = !NameLists.isFamily(second) || NameLists.isFamily(first);
        return first.length() > 1
                && !Lexicon.isParticle(first)
                && listed
                && sure
                && NameLists.givenScore(second) - NameLists.givenScore(first) > LISTS_MARGIN_MIN;
    }

    /** The lists have Hans, not Hans-Jürgen. */
    private static String firstHalf(String word) {
        int hyphen = word.indexOf('-');
        return hyphen < 1 ? word : word.substring(0, hyphen);
    }

    /** DUPONT Jean: some write the family name in capitals. */
    private static boolean isCapitals(String word) {
        return Words.key(word).length() >= CAPITALS_LENGTH_MIN
                && word.equals(word.toUpperCase(Locale.ROOT))
                && !word.contains(".");
    }

    private static boolean isMixed(String word) {
        return !word.equals(word.toUpperCase(Locale.ROOT)) || Lexicon.isInitial(word);
    }
}
