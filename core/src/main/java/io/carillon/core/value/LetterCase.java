package io.carillon.core.value;

import java.util.Locale;

/**
 * A text in one case, by Unicode's rules without a locale's. The library copies all of a text at each letter that becomes
 * longer: half a megabyte of such letters takes it minutes. Here they cost no more than others.
 */
public final class LetterCase {
    private static final int PIECE_CHARS = 32;

    private LetterCase() {}

    public static String lower(String text) {
        // The one letter whose lower case is longer. What is left keeps its neighbours, which a final sigma looks at.
        return (text.indexOf('İ') < 0 ? text : text.replace("İ", "i̇")).toLowerCase(Locale.ROOT);
    }

    /** Piece by piece: no letter's upper case depends on its neighbours. */
    public static String upper(String text) {
        if (text.length() <= PIECE_CHARS) return text.toUpperCase(Locale.ROOT);
        var upper = new StringBuilder(text.length());
        for (int from = 0, to; from < text.length(); from = to) {
            to = Math.min(text.length(), from + PIECE_CHARS);
            if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) to--;
            upper.append(text.substring(from, to).toUpperCase(Locale.ROOT));
        }
        return upper.toString();
    }
}
