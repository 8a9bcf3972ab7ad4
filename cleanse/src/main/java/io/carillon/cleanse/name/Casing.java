package io.carillon.cleanse.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives names that came in capitals only, or in small letters only, the capitals they have in print. */
final class Casing {
    private static final Set<String> MAC = Words.keys(Words.read("mac_names.txt"), "");
    private static final Set<String> SMALL = Set.of(
            "von", "van", "vom", "zum", "zur", "zu", "der", "den", "ter", "ten", "te", "tot", "de", "del", "della",
            "di", "da", "das", "do", "dos", "du", "des", "af", "av", "bin", "ibn", "bint", "y", "e", "and", "of", "und",
            "et", "og", "och", "the");
    private static final Set<String> SMALL_AFTER_PARTICLE = Set.of("la", "le", "las", "los", "les", "lo", "el");
    private static final Set<String> ELISIONS = Set.of("o", "d", "l", "n", "m", "dell", "dall");
    private static final Pattern INITIALS = Pattern.compile("(?:\\p{L}\\.)+\\p{L}?");
    private static final Pattern VOWEL = Pattern.compile("(?iu)[aeiouyà-ÿ]");
    private static final int MC_LENGTH_MIN = 4;
    private static final Set<String> CAPITAL_TITLES = Set.of("us", "ceo", "cfo", "cto", "coo", "mp");

    private Casing() {}

    /** Whether the words of the name itself are all in one case; initials say nothing. */
    static boolean isOneCase(PersonName name) {
        List<String> words = new ArrayList<>();
        for (Part part : List.of(Part.FIRST, Part.MIDDLE, Part.LAST))
            for (String word : Words.split(name.text(part)))
                if (!isInitials(word, part) && !Lexicon.isConnective(word)) words.add(word);
        if (words.isEmpty()) name.parts().values().forEach(text -> words.addAll(Words.split(text)));
        String all = String.join("", words);
        return isOneCase(all);
    }

    static boolean isOneCase(String text) {
        boolean upper = text.codePoints().anyMatch(Character::isUpperCase);
        boolean lower = text.codePoints().anyMatch(Character::isLowerCase);
        return upper != lower;
    }

    static PersonName restored(PersonName name) {
        return name.mapped((part, text) -> switch (part) {
            case SUFFIX -> eachWord(text, Lexicon::spelled);
            case TITLE -> eachWord(text, Casing::title);
            default -> words(text, part);
        });
    }

    static String words(String text, Part part) {
        List<String> words = Words.split(text);
        var cased = new ArrayList<String>();
        for (int i = 0; i < words.size(); i++) {
            String key = Words.key(words.get(i));
            boolean afterParticle = i > 0 && SMALL.contains(Words.key(words.get(i - 1)));
            boolean last = i == words.size() - 1;
            boolean small = part == Part.FIRST
                    ? Lexicon.isConnective(key) && key.length() > 1
                    : !last && (SMALL.contains(key) || (afterParticle && SMALL_AFTER_PARTICLE.contains(key)));
            cased.add(small ? words.get(i).toLowerCase(Locale.ROOT) : word(words.get(i), part));
        }
        return String.join(" ", cased);
    }

    private static String word(String word, Part part) {
        if (isInitials(word, part)) return word.toUpperCase(Locale.ROOT);
        var cased = new StringBuilder();
        int start = 0;
        for (int i = 0; i <= word.length(); i++) {
            if (i < word.length() && word.charAt(i) != '-') continue;
            cased.append(apostrophes(word.substring(start, i), part));
            if (i < word.length()) cased.append('-');
            start = i + 1;
        }
        return cased.toString();
    }

    /** O'Neill and D'Angelo, but Nahi'ena'ena. */
    private static String apostrophes(String word, Part part) {
        int at = word.indexOf('\'');
        boolean elision = at > 0
                && word.length() > at + 2
                && ELISIONS.contains(word.substring(0, at).toLowerCase(Locale.ROOT));
        return elision
                ? capital(word.substring(0, at)) + "'" + scottish(word.substring(at + 1), part)
                : scottish(word, part);
    }

    private static String scottish(String word, Part part) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.startsWith("mc") && lower.length() >= MC_LENGTH_MIN) return "Mc" + capital(lower.substring(2));
        if (part != Part.FIRST && lower.startsWith("mac") && MAC.contains(lower.substring(3)))
            return "Mac" + capital(lower.substring(3));
        return capital(lower);
    }

    private static String capital(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        for (int i = 0; i < lower.length(); i += Character.charCount(lower.codePointAt(i))) {
            int c = lower.codePointAt(i);
            if (!Character.isLetter(c)) continue;
            int after = i + Character.charCount(c);
            return lower.substring(0, i) + Character.toString(Character.toTitleCase(c)) + lower.substring(after);
        }
        return lower;
    }

    private static String title(String word) {
        String key = Words.key(word);
        if (CAPITAL_TITLES.contains(key)) return word.toUpperCase(Locale.ROOT);
        if (Lexicon.isConnective(word)) return word.toLowerCase(Locale.ROOT);
        var cased = new StringBuilder();
        boolean start = true;
        for (int c : word.toLowerCase(Locale.ROOT).codePoints().toArray()) {
            cased.appendCodePoint(start ? Character.toTitleCase(c) : c);
            start = c == '.' || c == '-';
        }
        return cased.toString();
    }

    private static boolean isInitials(String word, Part part) {
        return isInitials(word) || (part != Part.LAST && isConsonants(word));
    }

    private static boolean isInitials(String word) {
        return Lexicon.isInitial(word) || INITIALS.matcher(word).matches();
    }

    /** JW, TJ. */
    private static boolean isConsonants(String word) {
        String key = Words.key(word);
        return key.length() == 2 && !VOWEL.matcher(key).find() && !Lexicon.isParticle(word);
    }

    private static String eachWord(String text, java.util.function.UnaryOperator<String> change) {
        return String.join(" ", Words.split(text).stream().map(change).toList());
    }
}
