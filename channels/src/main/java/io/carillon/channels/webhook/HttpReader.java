package io.carillon.channels.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads an answer as far as it matters: the status, the headers, and of a refusal how its body begins. Whatever else the
 * server sends stays unread.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112</a>
 */
final class HttpReader {
    static final int LINE_BYTES_MAX = 8_192;
    static final int HEAD_BYTES_MAX = 65_536;
    private static final int INTERIM_MAX = 8;
    private static final int EXCERPT_BYTES = 300;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})(?: .*)?");

    private final InputStream in;
    private int headBytes;

    private static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1;

        TooLongException() {
            super("its answer is too long");
        }
    }

    /** @param in buffered */
    HttpReader(InputStream in) {
        this.in = in;
    }

    /** @throws IOException if what comes is not an answer in HTTP/1.1, or nothing comes */
    HttpAnswer read() throws IOException {
        int status = status();
        for (int interim = 0; status < 200; interim++) {
            if (interim == INTERIM_MAX || status == 101) throw new IOException("it never came to its answer");
            headers(new TreeMap<>());
            status = status();
        }
        var headers = new TreeMap<String, String>();
        // The status has said it all: what is wrong after it changes nothing.
        try {
            headers(headers);
            return new HttpAnswer(status, headers, status < 300 ? "" : excerpt(headers));
        } catch (IOException _) {
            return new HttpAnswer(status, headers, "");
        }
    }

    private int status() throws IOException {
        Matcher matcher = STATUS.matcher(line());
        if (!matcher.matches()) throw new IOException("its answer is not HTTP");
        return Integer.parseInt(matcher.group(1));
    }

    private void headers(Map<String, String> headers) throws IOException {
        for (String line = line(); !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon <= 0) continue;
            headers.putIfAbsent(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream(80);
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) throw new IOException("it hung up without an answer");
            if (line.size() == LINE_BYTES_MAX || ++headBytes > HEAD_BYTES_MAX) throw new TooLongException();
            line.write(b);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private String excerpt(Map<String, String> headers) {
        var start = new ByteArrayOutputStream();
        try {
            boolean chunked = headers.getOrDefault("transfer-encoding", "")
                    .toLowerCase(Locale.ROOT)
                    .endsWith("chunked");
            if (chunked) chunks(start);
            else copy(length(headers), start);
        } catch (IOException _) {
            // What has come is enough to tell somebody.
        }
        String text = start.toString(StandardCharsets.UTF_8);
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip().replace('"', '\'');
    }

    private void chunks(ByteArrayOutputStream start) throws IOException {
        while (start.size() < EXCERPT_BYTES) {
            String size = line();
            int end = size.indexOf(';');
            String hex = (end < 0 ? size : size.substring(0, end)).strip();
            if (!hex.matches("[0-9A-Fa-f]{1,8}") || hex.matches("0+")) return;
            copy(Long.parseLong(hex, 16), start);
            line();
        }
    }

    private static long length(Map<String, String> headers) {
        String length = headers.getOrDefault("content-length", "");
        return length.matches("[0-9]{1,9}") ? Long.parseLong(length) : EXCERPT_BYTES;
    }

    private void copy(long length, ByteArrayOutputStream start) throws IOException {
        for (long left = length; left > 0 && start.size() < EXCERPT_BYTES; left--) {
            int b = in.read();
            if (b < 0) throw new IOException("it hung up amid its answer");
            start.write(b);
        }
    }
}
