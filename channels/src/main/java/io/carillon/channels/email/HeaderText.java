package io.carillon.channels.email;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;

/** Free text made safe for a header: one line, in ASCII, folded (RFC 2047, RFC 5322 section 2.2.3). */
final class HeaderText {
    /** A word longer than this could not be folded below the 998 characters that a line may have. */
    private static final int WORD_LENGTH_MAX = 70;

    private HeaderText() {}

    /** What would end the header or hide in it becomes a space: nobody's data may write a header of its own. */
    static String oneLine(String text) {
        var line = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? ' ' : c);
        }
        return line.toString().strip();
    }

    /** @param used characters that stand before the text on its first line */
    static String encoded(String text, int used) {
        String line = wellFormed(oneLine(text));
        if (isPlain(line)) return MimeUtility.fold(used, line);
        try {
            return MimeUtility.fold(used, MimeUtility.encodeWord(line, StandardCharsets.UTF_8.name(), "B"));
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Half a surrogate pair has no UTF-8: it becomes a question mark. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** Plain text that looks encoded must be encoded too, or a reader would decode it. */
    private static boolean isPlain(String line) {
        int word = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c > 126) return false;
            word = c == ' ' ? 0 : word + 1;
            if (word > WORD_LENGTH_MAX) return false;
        }
        return !line.contains("=?");
    }
}
