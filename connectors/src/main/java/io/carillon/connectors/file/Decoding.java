package io.carillon.connectors.file;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** Bytes to characters, where bytes that mean nothing can be found afterwards. */
final class Decoding {
    /** Stands for bytes that are no character in the encoding: no text has it, as Unicode keeps it out of texts. */
    static final char UNDECODED = '\uFFFF';

    private Decoding() {}

    static Reader reader(InputStream in, Charset encoding) {
        return new InputStreamReader(
                in,
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(String.valueOf(UNDECODED)));
    }

    /** For people: what is shown of a text that has some. */
    static String shown(String text) {
        return text.replace(UNDECODED, '\uFFFD');
    }

    static String reason(Charset encoding) {
        return "has bytes that are no %s; expected text in one encoding".formatted(encoding.name());
    }
}
