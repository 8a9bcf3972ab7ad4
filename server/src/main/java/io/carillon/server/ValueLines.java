package io.carillon.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Lines of UTF-8, each within a limit: what comes after it is passed over. Broken bytes become U+FFFD. */
final class ValueLines {
    static final int BYTES_MAX = 64 * 1024;

    private static final int SHOWN_MAX = 200;
    private static final String BOM = "\uFEFF";

    /** One line, without its end. */
    sealed interface Line {
        record Of(String text) implements Line {}

        /** More than {@value ValueLines#BYTES_MAX} bytes, of which the beginning is shown. */
        record TooLong(String beginning) implements Line {}

        record End() implements Line {}
    }

    private final BufferedInputStream in;
    private final byte[] line = new byte[BYTES_MAX];
    private boolean first = true;

    ValueLines(InputStream in) {
        this.in = new BufferedInputStream(in, BYTES_MAX);
    }

    /** Whether nothing more has come yet. */
    boolean wouldWait() throws IOException {
        return in.available() == 0;
    }

    Line next() throws IOException {
        int length = 0;
        long bytes = 0;
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            if (octet < 0) {
                if (bytes == 0) return new Line.End();
                break;
            }
            bytes++;
            if (length < BYTES_MAX) line[length++] = (byte) octet;
        }
        if (bytes > BYTES_MAX) {
            return new Line.TooLong(new String(Arrays.copyOf(line, SHOWN_MAX), StandardCharsets.UTF_8));
        }
        if (length > 0 && line[length - 1] == '\r') length--;
        String text = new String(line, 0, length, StandardCharsets.UTF_8);
        boolean marked = first && text.startsWith(BOM);
        first = false;
        return new Line.Of(marked ? text.substring(1) : text);
    }
}
