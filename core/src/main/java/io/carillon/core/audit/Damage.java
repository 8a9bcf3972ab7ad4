package io.carillon.core.audit;

/** Texts that were read in the wrong encoding: {@code MÃ¼ller} for Müller, or a character that nothing could be made of. */
final class Damage {
    private static final char REPLACEMENT = '\uFFFD';

    private Damage() {}

    static boolean isIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) continue;
            if (c == REPLACEMENT) return true;
            if (i + 1 < text.length() && isHalf(c, text.charAt(i + 1))) return true;
        }
        return false;
    }

    /** UTF-8's first byte of two or three, read as Latin-1 or Windows-1252, before what its second byte became. */
    private static boolean isHalf(char first, char second) {
        if (first == '\u00C2' || first == '\u00C3') {
            // Letters follow an Ã or Â in Portuguese or Romanian; signs and controls do not.
            return (second >= '\u0080' && second <= '\u00BF') || isSignOf1252(second);
        }
        return first == '\u00E2' && second == '\u20AC'; // â€ begins every quotation mark and dash
    }

    private static boolean isSignOf1252(char c) {
        return "\u20AC\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u2039\u0152\u2018\u2019\u201C\u201D\u2022\u02DC\u2122\u203A\u0153"
                        .indexOf(c)
                >= 0;
    }
}
