package io.carillon.cleanse.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A run of words without the titles before and the suffixes behind it.
 *
 * @param titles in order
 * @param words the name
 * @param suffixes in order, one text for each
 */
record Ends(List<String> titles, List<String> words, List<String> suffixes) {

    static Ends of(List<String> words) {
        int titles = titles(words);
        var name = new ArrayList<>(words.subList(titles, words.size()));
        var suffixes = new ArrayList<String>();
        int size = suffix(name);
        while (size > 0) {
            suffixes.addFirst(String.join(" ", name.subList(name.size() - size, name.size())));
            name.subList(name.size() - size, name.size()).clear();
            size = suffix(name);
        }
        return new Ends(words.subList(0, titles), name, suffixes);
    }

    String title() {
        return String.join(" ", titles);
    }

    /** How many words at the start are titles: Secretary of State, The Rt Hon, Mr. and Mrs. */
    static int titles(List<String> words) {
        int end = 0;
        boolean joined = false;
        while (end < words.size()) {
            int connectives = connectives(words, end);
            boolean more = end > 0 && Lexicon.isTitleAfter(words.get(end));
            if (connectives == 0 && (more || Lexicon.isTitle(words.get(end)))) {
                end++;
                joined = false;
                continue;
            }
            int after = end + connectives;
            if (connectives == 0 || after >= words.size()) break;
            boolean title = Lexicon.isTitle(words.get(after));
            if (!title && (end == 0 || !hasOf(words.subList(end, after)))) break;
            end = after + 1;
            joined = true;
        }
        if (end < words.size() || end == 0 || joined) return end;
        boolean lastIsName = Lexicon.isNameToo(words.getLast()) || Lexicon.isParticle(words.getLast());
        return lastIsName ? end - 1 : end;
    }

    private static int connectives(List<String> words, int from) {
        int at = from;
        while (at < words.size() && isConnective(words.get(at))) at++;
        return at - from;
    }

    private static boolean isConnective(String word) {
        return word.equals("&") || (Lexicon.isConnective(word) && !Lexicon.isInitial(word));
    }

    private static boolean hasOf(List<String> connectives) {
        return connectives.stream().anyMatch(word -> Words.key(word).equals("of"));
    }

    /** How many words at the end are one suffix; 0 for none. One word at least stays a name. */
    private static int suffix(List<String> words) {
        int size = words.size();
        if (size < 2) return 0;
        String last = words.getLast();
        String before = words.get(size - 2);
        if (size > 3 && phrase(words).equals("attorney at law")) return 3;
        boolean apart = before.endsWith(".") && last.endsWith(".") && !(Lexicon.isInitial(before) && size < 4);
        if (size > 2 && apart && !Lexicon.isSureSuffix(before) && Lexicon.isSureSuffix(before + last)) return 2;
        if (Lexicon.isSureSuffix(last) || (size > 2 && isDigits(last))) return 1;
        boolean third = size > 2 && !Lexicon.isInitial(before);
        if (third && Lexicon.isNumeral(last)) return 1;
        return third && Lexicon.isSuffix(last) && isCapitalsAmongWords(words) ? 1 : 0;
    }

    /** A customer's number, whatever it says, is no family name. */
    private static boolean isDigits(String word) {
        return word.codePoints().allMatch(Character::isDigit);
    }

    /** John Smith MA, not JACK MA. */
    private static boolean isCapitalsAmongWords(List<String> words) {
        String last = words.getLast();
        return last.length() > 1
                && last.equals(last.toUpperCase(Locale.ROOT))
                && words.stream()
                        .limit(words.size() - 1L)
                        .allMatch(word -> Lexicon.isInitial(word) || !word.equals(word.toUpperCase(Locale.ROOT)));
    }

    private static String phrase(List<String> words) {
        return String.join(
                " ",
                words.subList(words.size() - 3, words.size()).stream()
                        .map(Words::key)
                        .toList());
    }
}
