package io.carillon.linkage.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** The form in which texts are compared: lower case, no accents, no punctuation, single blanks. */
public final class Normal {
    /** More of a value is not looked at. In UTF-16 units. */
    public static final int LENGTH_MAX = 200;

    private static final Set<String> ABSENT = Set.of(
            "null",
            "n/a",
            "#n/a",
            "none",
            "nan",
            "nil",
            "unknown",
            "undefined",
            "-",
            "--",
            "?",
            ".",
            "(null)",
            "not available",
            "n.a.");

    private Normal() {}

    /** Lower-case letters and digits of any script, words parted by one blank; empty when there is nothing to compare. */
    public static String of(String raw) {
        if (isAbsent(raw)) return "";
        String decomposed = Normalizer.normalize(cut(raw), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder normal = new StringBuilder(decomposed.length());
        boolean isParted = false;
        for (int i = 0; i < decomposed.length(); ) {
            int point = decomposed.codePointAt(i);
            i += Character.charCount(point);
            if (isSilent(point)) continue;
            if (!Character.isLetterOrDigit(point)) {
                isParted = true;
                continue;
            }
            if (isParted && !normal.isEmpty()) normal.append(' ');
            isParted = false;
            append(normal, point);
        }
        return normal.toString();
    }

    /** Trimmed and in lower case, with its punctuation. */
    public static String lower(String raw) {
        return isAbsent(raw) ? "" : cut(raw).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether it says that there is no value. */
    public static boolean isAbsent(String raw) {
        String text = raw.strip();
        return text.isEmpty()
                || text.equals("NA")
                || (text.length() <= 13 && ABSENT.contains(text.toLowerCase(Locale.ROOT)));
    }

    private static String cut(String raw) {
        String text = raw.strip();
        return text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX);
    }

    /** Accents, and apostrophes: O'Neill is written ONeill elsewhere. */
    private static boolean isSilent(int point) {
        return point == '\''
                || point == '\u2019'
                || point == '`'
                || Character.getType(point) == Character.NON_SPACING_MARK;
    }

    private static void append(StringBuilder normal, int point) {
        switch (point) {
            case 'ß' -> normal.append("ss");
            case 'ø' -> normal.append('o');
            case 'ł' -> normal.append('l');
            case 'đ', 'ð' -> normal.append('d');
            case 'æ' -> normal.append("ae");
            case 'œ' -> normal.append("oe");
            case 'þ' -> normal.append("th");
            case 'ı' -> normal.append('i');
            default -> normal.appendCodePoint(point);
        }
    }
}
