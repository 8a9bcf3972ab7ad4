package io.carillon.channels.email;

import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Free text made safe for a header: one line, in ASCII, folded (RFC 2047, RFC 5322 section 2.2.3). */
final class HeaderText {
    /** A word longer than this could not be folded. */
    private static final int WORD_LENGTH_MAX = 60;

    private static final int LINE_LENGTH_MAX = 76;
    private static final String OPENED = "=?UTF-8?B?";
    private static final String CLOSED = "?=";

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
        String line = oneLine(text);
        return isPlain(line) ? MimeUtility.fold(used, line) : words(line, used);
    }

    /** Encoded words of whole characters, one a line; a reader leaves out the space between two of them. */
    private static String words(String line, int used) {
        var words = new StringBuilder();
        int from = 0;
        while (from < line.length()) {
            int room = LINE_LENGTH_MAX - OPENED.length() - CLOSED.length() - (from == 0 ? used : 1);
            int to = end(line, from, room / 4 * 3);
            if (from > 0) words.append("\r\n ");
            byte[] bytes = line.substring(from, to).getBytes(StandardCharsets.UTF_8);
            words.append(OPENED)
                    .append(Base64.getEncoder().encodeToString(bytes))
                    .append(CLOSED);
            from = to;
        }
        return words.toString();
    }

    /** The end of the longest run of whole characters, at least one, whose UTF-8 has at most so many bytes. */
    private static int end(String line, int from, int bytesMax) {
        int bytes = 0;
        int at = from;
        while (at < line.length()) {
            int point = line.codePointAt(at);
            bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (bytes > bytesMax && at > from) return at;
            at += Character.charCount(point);
        }
        return at;
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
