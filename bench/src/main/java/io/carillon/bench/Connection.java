package io.carillon.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** One kept-alive HTTP/1.1 connection on the loopback address: as little work as a request can be. Not thread-safe. */
final class Connection implements AutoCloseable {
    static final String WRITE_KEY = "bench-key";
    static final String API_TOKEN = "bench-token";
    private static final int TIMEOUT_MILLIS = 60_000;
    private static final int LINE_MAX = 8_192;
    private static final String BASIC =
            Base64.getEncoder().encodeToString((WRITE_KEY + ":").getBytes(StandardCharsets.US_ASCII));

    private final Socket socket = new Socket();
    private final InputStream in;
    private final OutputStream out;

    Connection(int port) throws IOException {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
        out = socket.getOutputStream();
    }

    /** Posts JSON with the write key; the answer's status. */
    int post(String path, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic " + BASIC
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        out.write(request);
        return status();
    }

    /** Gets with the API token; the answer's status. */
    int get(String path) throws IOException {
        out.write(("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + API_TOKEN + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        return status();
    }

    private int status() throws IOException {
        String first = line();
        if (!first.startsWith("HTTP/1.1 ")) throw new IOException("not an answer in HTTP/1.1: " + first);
        long length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(lower.indexOf(':') + 1).strip());
            }
        }
        if (length < 0) throw new IOException("an answer without Content-Length: " + first);
        in.skipNBytes(length);
        return Integer.parseInt(first.substring(9, 12));
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        while (line.length() < LINE_MAX) {
            int c = in.read();
            if (c < 0) throw new EOFException("the server hung up");
            if (c == '\n') return line.toString();
            if (c != '\r') line.append((char) c);
        }
        throw new IOException("a header of more than " + LINE_MAX + " bytes");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
