package io.carillon.channels.email;

import io.carillon.core.codec.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * The text of one MIME part in the leanest encoding that survives every relay (RFC 2045, section 6).
 *
 * @param encoding value of {@code Content-Transfer-Encoding}
 * @param bytes ASCII, lines of at most 78 characters that end in CRLF
 */
record BodyText(String encoding, Bytes bytes) {
    private static final int PLAIN_LINE_MAX = 78;
    private static final int QUOTED_LINE_MAX = 76;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] CRLF = {'\r', '\n'};

    static BodyText of(String text) {
        byte[] utf8 = withCrlf(text.getBytes(StandardCharsets.UTF_8));
        if (isPlain(utf8)) return new BodyText("7bit", Bytes.wrap(utf8));
        int beyondAscii = 0;
        for (byte b : utf8) if (b < 0) beyondAscii++;
        // Quoted-printable takes two bytes more for each of these; base64 takes 37 % more for everything.
        if (beyondAscii * 2L * 100 > utf8.length * 37L) {
            return new BodyText(
                    "base64", Bytes.wrap(ended(Base64.getMimeEncoder().encode(utf8))));
        }
        return new BodyText("quoted-printable", Bytes.wrap(quoted(utf8)));
    }

    /** {@code =_} starts every boundary of ours: text with it is encoded, so that none can stand in a part. */
    private static boolean isPlain(byte[] text) {
        int length = 0;
        for (int i = 0; i < text.length; i++) {
            byte b = text[i];
            if (b == '\n') length = -1;
            else if (b != '\r' && b != '\t' && (b < ' ' || b > '~')) return false;
            else if (b == '=' && i + 1 < text.length && text[i + 1] == '_') return false;
            if (++length > PLAIN_LINE_MAX + 1) return false;
        }
        return true;
    }

    /** Every line end (CR, LF or both) as CRLF, also the last. */
    private static byte[] withCrlf(byte[] text) {
        var out = new ByteArrayOutputStream(text.length + text.length / 32 + 2);
        int from = 0;
        for (int i = 0; i < text.length; i++) {
            if (text[i] != '\r' && text[i] != '\n') continue;
            out.write(text, from, i - from);
            out.write(CRLF, 0, 2);
            if (text[i] == '\r' && i + 1 < text.length && text[i + 1] == '\n') i++;
            from = i + 1;
        }
        if (from < text.length) {
            out.write(text, from, text.length - from);
            out.write(CRLF, 0, 2);
        }
        return out.toByteArray();
    }

    private static byte[] ended(byte[] text) {
        var out = new ByteArrayOutputStream(text.length + 2);
        out.write(text, 0, text.length);
        out.write(CRLF, 0, 2);
        return out.toByteArray();
    }

    private static byte[] quoted(byte[] text) {
        // At most 3 bytes for each, and 3 for the soft break after every 25 such.
        byte[] out = new byte[text.length * 3 + text.length / 8 + 8];
        int to = 0;
        int column = 0;
        for (int i = 0; i < text.length; i++) {
            byte b = text[i];
            if (b == '\r') { // always followed by a line feed: see withCrlf
                out[to++] = '\r';
                out[to++] = '\n';
                column = 0;
                i++;
                continue;
            }
            boolean literal = isLiteral(text, i, column);
            if (column + (literal ? 1 : 3) >= QUOTED_LINE_MAX) {
                out[to++] = '=';
                out[to++] = '\r';
                out[to++] = '\n';
                column = 0;
                literal = isLiteral(text, i, column);
            }
            if (literal) {
                out[to++] = b;
                column++;
            } else {
                out[to++] = '=';
                out[to++] = HEX[(b >> 4) & 15];
                out[to++] = HEX[b & 15];
                column += 3;
            }
        }
        return Arrays.copyOf(out, to);
    }

    /** Blanks at a line's end, a dot or "From" at its start are what relays spoil: those are spelt out. */
    private static boolean isLiteral(byte[] text, int at, int column) {
        byte b = text[at];
        if (column == 0 && (b == '.' || b == 'F')) return false;
        if (b == ' ' || b == '\t') return at + 1 < text.length && text[at + 1] != '\r';
        return b > ' ' && b <= '~' && b != '=';
    }
}
