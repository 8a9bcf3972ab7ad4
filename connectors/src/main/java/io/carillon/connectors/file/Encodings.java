package io.carillon.connectors.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * In which encoding a file is, by its beginning. A byte order mark says so; UTF-16 shows by its zero bytes; what is UTF-8
 * throughout is UTF-8. Of the encodings with one byte a character the one wins in which the letters make words.
 */
final class Encodings {
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /** Ties go to the first. */
    private static final List<Charset> SINGLE_BYTES = List.of(
            WESTERN,
            Charset.forName("ISO-8859-15"),
            Charset.forName("windows-1250"),
            Charset.forName("ISO-8859-2"),
            Charset.forName("windows-1251"),
            Charset.forName("windows-1253"),
            Charset.forName("windows-1254"));

    private Encodings() {}

    /** @param markBytes how many bytes at the beginning are a byte order mark */
    record Found(Charset encoding, int markBytes) {}

    static Found of(byte[] head) {
        return mark(head).orElseGet(() -> new Found(unmarked(head), 0));
    }

    /** The mark of an encoding that is known, if it is there. */
    static int markBytes(byte[] head, Charset encoding) {
        return mark(head)
                .filter(found -> found.encoding.equals(encoding) || encoding.equals(StandardCharsets.UTF_16))
                .map(Found::markBytes)
                .orElse(0);
    }

    private static Optional<Found> mark(byte[] head) {
        if (begins(head, 0xEF, 0xBB, 0xBF)) return Optional.of(new Found(StandardCharsets.UTF_8, 3));
        if (begins(head, 0xFF, 0xFE)) return Optional.of(new Found(StandardCharsets.UTF_16LE, 2));
        if (begins(head, 0xFE, 0xFF)) return Optional.of(new Found(StandardCharsets.UTF_16BE, 2));
        return Optional.empty();
    }

    private static boolean begins(byte[] head, int... bytes) {
        if (head.length < bytes.length) return false;
        for (int i = 0; i < bytes.length; i++) if ((head[i] & 0xFF) != bytes[i]) return false;
        return true;
    }

    private static Charset unmarked(byte[] head) {
        Optional<Charset> wide = wide(head);
        if (wide.isPresent()) return wide.get();
        return isUtf8(head) ? StandardCharsets.UTF_8 : singleByte(head);
    }

    /** Delimiters, digits and line breaks have a zero byte each, on the same side; no other text has any. */
    private static Optional<Charset> wide(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0 && i % 2 == 0) even++;
            else if (head[i] == 0) odd++;
        }
        int many = Math.max(1, head.length / 20);
        if (odd > many && odd > 10 * even) return Optional.of(StandardCharsets.UTF_16LE);
        if (even > many && even > 10 * odd) return Optional.of(StandardCharsets.UTF_16BE);
        return Optional.empty();
    }

    /** The last character may be cut. */
    private static boolean isUtf8(byte[] head) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        return !decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length), false)
                .isError();
    }

    private static Charset singleByte(byte[] head) {
        Charset best = WESTERN;
        long most = Long.MIN_VALUE;
        for (Charset candidate : SINGLE_BYTES) {
            long score = score(head, candidate);
            if (score > most) {
                most = score;
                best = candidate;
            }
        }
        return best;
    }

    private static long score(byte[] head, Charset candidate) {
        CharBuffer text;
        try {
            text = candidate
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)
                    .decode(ByteBuffer.wrap(head));
        } catch (java.nio.charset.CharacterCodingException e) {
            throw new IllegalStateException("a decoder that replaces does not fail", e);
        }
        long score = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) continue;
            char before = i > 0 ? text.charAt(i - 1) : ' ';
            char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            score += score(c, before, after);
        }
        return score;
    }

    private static int score(char c, char before, char after) {
        if (c == '\uFFFD' || Character.isISOControl(c)) return -20;
        boolean inWord = Character.isLetter(before) || Character.isLetter(after);
        if (!Character.isLetter(c)) return inWord ? -5 : "€£°§–—…’‘“”„«»•®©™".indexOf(c) >= 0 ? 1 : 0;
        int score = inWord ? 1 : -1;
        // A capital after a small letter, or the letters of two scripts in one word, are letters of another encoding.
        if (Character.isUpperCase(c) && Character.isLowerCase(before)) score -= 5;
        if (Character.isLetter(before) && !sameScript(c, before)) score -= 5;
        if (Character.isLetter(after) && !sameScript(c, after)) score -= 5;
        // In Latin text such letters stand between plain ones; only where all are of one other script do they follow
        // each other.
        boolean isLatin = Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
        if (before >= 0x80 && Character.isLetter(before)) score += isLatin ? -2 : 2;
        return score + commonness(c);
    }

    /** Small help between encodings that differ in a few letters: those of the languages that shops write most. */
    private static int commonness(char c) {
        return "äöüßéèêëáàâãåæçíìîïñóòôõøúùûýÿÄÖÜÉÈÀÁÂÅÆÇÍÎÑÓÔØÚŒœąćęłńóśźżĄĆĘŁŃŚŹŻčďěňřšťůžČŘŠŽőűğışİ".indexOf(c) >= 0
                ? 1
                : 0;
    }

    private static boolean sameScript(char one, char other) {
        return Character.UnicodeScript.of(one) == Character.UnicodeScript.of(other);
    }
}
