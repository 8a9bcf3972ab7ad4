package io.carillon.channels.email;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Commands out, replies in: the lines of SMTP over two streams. One thread at a time. */
final class SmtpWire {
    private static final int LINE_BYTES_MAX = 4096;
    private static final int LINES_MAX = 128;
    /** Takes a common mail whole, so that its end leaves in the same packet. */
    private static final int OUT_BYTES = 32 * 1024;

    private static final byte[] CRLF = {'\r', '\n'};

    private final InputStream in;
    private final OutputStream out;

    SmtpWire(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in, LINE_BYTES_MAX);
        this.out = new BufferedOutputStream(out, OUT_BYTES);
    }

    /** Buffers a command; {@link #flush} sends it. */
    void command(String line) throws IOException {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\r' || line.charAt(i) == '\n') {
                throw new IllegalArgumentException("line end in the SMTP command " + HeaderText.oneLine(line));
            }
        }
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write(CRLF);
    }

    void flush() throws IOException {
        out.flush();
    }

    SmtpReply ask(String line) throws IOException {
        command(line);
        flush();
        return reply();
    }

    /** Buffers or sends a mail that ends in CRLF, a dot at the start of a line doubled, without the dot that ends it. */
    void content(byte[] mail) throws IOException {
        int from = 0;
        for (int i = 0; i < mail.length; i++) {
            if (mail[i] != '.' || (i > 0 && mail[i - 1] != '\n')) continue;
            out.write(mail, from, i - from);
            out.write('.');
            from = i;
        }
        out.write(mail, from, mail.length - from);
    }

    /** The dot that ends a mail. */
    void end() throws IOException {
        out.write('.');
        out.write(CRLF);
        out.flush();
    }

    /** Whether the server has said something that nobody has read. */
    boolean hasUnread() throws IOException {
        return in.available() > 0;
    }

    /**
     * @throws EOFException if the server closed the connection
     * @throws ProtocolException if that is no SMTP reply, or one too long
     */
    SmtpReply reply() throws IOException {
        List<String> lines = new ArrayList<>(1);
        while (lines.size() < LINES_MAX) {
            String line = line();
            int code = codeOf(line);
            boolean last = line.length() == 3 || line.charAt(3) == ' ';
            if (!last && line.charAt(3) != '-') throw notAReply(line);
            lines.add(line.length() > 4 ? line.substring(4) : "");
            if (last) return new SmtpReply(code, List.copyOf(lines));
        }
        throw new ProtocolException("reply of more than " + LINES_MAX + " lines");
    }

    private static int codeOf(String line) throws ProtocolException {
        if (line.length() < 3) throw notAReply(line);
        int code = 0;
        for (int i = 0; i < 3; i++) {
            char c = line.charAt(i);
            if (c < '0' || c > '9') throw notAReply(line);
            code = code * 10 + c - '0';
        }
        if (code < 200 || code > 599) throw notAReply(line);
        return code;
    }

    private static ProtocolException notAReply(String line) {
        String shown = line.length() > 80 ? line.substring(0, 80) + "…" : line;
        return new ProtocolException("\"" + HeaderText.oneLine(shown) + "\" is not an SMTP reply");
    }

    private String line() throws IOException {
        byte[] line = new byte[128];
        int length = 0;
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) throw new EOFException("the server closed the connection");
            if (length == LINE_BYTES_MAX) throw new ProtocolException("reply line of more than " + length + " bytes");
            if (length == line.length) line = Arrays.copyOf(line, length * 2);
            line[length++] = (byte) b;
        }
        if (length > 0 && line[length - 1] == '\r') length--;
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }
}
