package io.carillon.cleanse.address;

import io.carillon.core.value.LetterCase;
import java.util.Set;
import java.util.regex.Pattern;

/** Words in one case only, all capitals or none, with a capital first; what has both stays as it was written. */
final class TitleCase {
    private static final Set<String> SMALL = Set.of(
            "of", "the", "and", "at", "on", "in", "de", "du", "des", "la", "le", "les", "da", "do", "das", "dos", "e",
            "van", "der", "den", "het", "ten", "ter", "te", "am", "an", "im", "zum", "zur", "bei", "von", "und", "auf",
            "del", "los", "las", "y", "di", "della", "dei", "delle", "upon", "sur", "sous", "en", "lès", "lez", "aan",
            "op", "et", "aux", "au", "vor", "unter", "ob", "a", "d", "l");

    private static final Pattern ORDINAL = Pattern.compile("\\d+(st|nd|rd|th|e|er|eme)");
    private static final Pattern ROMAN = Pattern.compile("[IVX]{2,5}");

    private TitleCase() {}

    static String of(String text) {
        var titled = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!titled.isEmpty()) titled.append(' ');
            titled.append(word(word, titled.isEmpty()));
        }
        return titled.toString();
    }

    /** @param first whether it begins a text: else a small word stays small */
    static String word(String word, boolean first) {
        String lower = LetterCase.lower(word);
        boolean oneCase = word.equals(lower) || word.equals(LetterCase.upper(word));
        if (!oneCase) return word;
        if (!first && SMALL.contains(lower) && (word.equals(lower) || word.length() > 1)) return lower;
        if (ROMAN.matcher(word).matches()) return word;
        // A number's ending stays small: 5th. A code of letters and digits stays great: B52.
        if (!word.isEmpty() && word.chars().anyMatch(Character::isDigit))
            return ORDINAL.matcher(lower).matches() ? lower : LetterCase.upper(word);
        return capitals(lower);
    }

    private static String capitals(String lower) {
        var out = new StringBuilder();
        boolean start = true;
        for (int at = 0; at < lower.length(); ) {
            int c = lower.codePointAt(at);
            out.appendCodePoint(start ? Character.toTitleCase(c) : c);
            at += Character.charCount(c);
            // After an apostrophe only where a name begins so: O'Neill, but King's.
            boolean apostrophe = c == '\'' || c == '’';
            start = !Character.isLetterOrDigit(c) && (!apostrophe || at == 2);
        }
        String titled = out.toString();
        // McDonald, but not Mcintosh's many other readings: only after Mc and a letter.
        return titled.length() > 4 && titled.startsWith("Mc")
                ? "Mc" + Character.toUpperCase(titled.charAt(2)) + titled.substring(3)
                : titled;
    }
}
