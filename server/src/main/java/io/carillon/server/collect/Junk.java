package io.carillon.server.collect;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that stand where an identifier should and name nobody. Linking people by them would merge strangers. */
final class Junk {
    private static final int WORD_LENGTH_MAX = 20;
    private static final Set<String> WORDS = Set.of(
            "null",
            "(null)",
            "<null>",
            "undefined",
            "none",
            "nil",
            "nan",
            "n/a",
            "unknown",
            "anonymous",
            "guest",
            "true",
            "false",
            "-1",
            "{}",
            "[]",
            "[object object]");
    private static final Set<String> EMAIL_LOCAL_PARTS = Set.of("null", "undefined", "none");
    private static final Pattern TEST_EMAIL = Pattern.compile("test@test(\\..*)?", Pattern.CASE_INSENSITIVE);

    private Junk() {}

    static boolean isJunk(String value) {
        String text = value.strip();
        if (text.isEmpty() || hasUnprintable(value) || isZeros(text)) return true;
        if (text.length() <= WORD_LENGTH_MAX && WORDS.contains(text.toLowerCase(Locale.ROOT))) return true;
        return TEST_EMAIL.matcher(text).matches();
    }

    /** @param address in normal form */
    static boolean isJunkEmail(String address) {
        return isJunk(address) || EMAIL_LOCAL_PARTS.contains(address.substring(0, address.indexOf('@')));
    }

    /** {@code 0}, {@code 0000}, an all-zero UUID. */
    private static boolean isZeros(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '0' && c != '-') return false;
        }
        return true;
    }

    /** No id has these; a replacement character stands for what was lost, so two such ids may be two people's. */
    private static boolean hasUnprintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == 0x7F || c == '\uFFFD') return true;
        }
        return false;
    }
}
