package io.carillon.cleanse.word;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The form in which names are compared: lower case, without accents of Latin, Greek and Cyrillic, words by one space. */
public final class Folding {
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]+");
    private static final Pattern JOINING = Pattern.compile("[.'’‘ʼʻ`´\\p{Cf}]+");
    private static final Pattern PARTING = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Folding() {}

    /** {@code "Côte d’Ivoire"} is {@code "cote divoire"}; {@code "U.S.A."} is {@code "usa"}. */
    public static String fold(String text) {
        String letters = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
        String plain = Normalizer.normalize(letters, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        // Lower case of the Turkish İ brings a dot of its own.
        plain = ACCENTS.matcher(plain).replaceAll("").replace("&", " and ");
        plain = JOINING.matcher(plain).replaceAll("");
        return PARTING.matcher(spelledOut(plain)).replaceAll(" ").strip();
    }

    /** Letters that are no base letter with an accent. */
    private static String spelledOut(String lower) {
        var out = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            switch (c) {
                case 'ß' -> out.append("ss");
                case 'æ' -> out.append("ae");
                case 'œ' -> out.append("oe");
                case 'ø' -> out.append('o');
                case 'ł' -> out.append('l');
                case 'đ', 'ð' -> out.append('d');
                case 'þ' -> out.append("th");
                case 'ı' -> out.append('i');
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
