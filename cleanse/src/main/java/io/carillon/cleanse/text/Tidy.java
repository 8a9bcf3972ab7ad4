package io.carillon.cleanse.text;

import java.util.ArrayList;
import java.util.List;

/**
 * A text without what nobody sees or types on purpose.
 *
 * @param text no white space at its ends, no invisible characters, ASCII for fullwidth forms
 * @param changes what was done, in order; none when the text was tidy
 */
public record Tidy(String text, List<String> changes) {
    public Tidy {
        changes = List.copyOf(changes);
    }

    public static Tidy of(String input) {
        if (isPlain(input)) return new Tidy(input, List.of());
        var changes = new ArrayList<String>();
        String text = replaced(input, visible(input), "invisible characters removed", changes);
        text = replaced(text, narrow(text), "fullwidth characters made plain", changes);
        text = replaced(text, trimmed(text), "surrounding space removed", changes);
        return new Tidy(text, changes);
    }

    /** Most texts are; it saves them every other look. */
    private static boolean isPlain(String input) {
        int length = input.length();
        if (length == 0) return true;
        if (input.charAt(0) == ' ' || input.charAt(length - 1) == ' ') return false;
        for (int i = 0; i < length; i++) if (input.charAt(i) < ' ' || input.charAt(i) > '~') return false;
        return true;
    }

    private static String replaced(String before, String after, String change, List<String> changes) {
        if (!before.equals(after)) changes.add(change);
        return after;
    }

    private static String visible(String text) {
        var kept = new StringBuilder(text.length());
        int previous = ' ';
        for (int c : text.codePoints().toArray()) {
            if (!isInvisible(c, previous)) {
                kept.appendCodePoint(c);
                previous = c;
            }
        }
        return kept.toString();
    }

    /** Joiners mean something within Arabic and Indic words, and nowhere else. */
    private static boolean isInvisible(int c, int previous) {
        if (c == 0x200C || c == 0x200D) return previous < 0x600 || !isOfWord(previous);
        return c == 0xAD || (c != '\t' && Character.getType(c) == Character.FORMAT);
    }

    private static boolean isOfWord(int c) {
        return Character.isLetter(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    /** The forms U+FF01 to U+FF5E that Chinese and Japanese keyboards give, and the ideographic full stop. */
    private static String narrow(String text) {
        var plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c);
        }
        return plain.toString();
    }

    private static String trimmed(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) start++;
        while (end > start && isSpace(text.charAt(end - 1))) end--;
        return text.substring(start, end);
    }

    public static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) if (text.charAt(i) >= 0x80) return false;
        return true;
    }

    /** Unlike {@link String#strip} it knows the no-break spaces. */
    public static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
