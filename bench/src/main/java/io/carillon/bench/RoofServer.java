package io.carillon.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * The roof: what a bare server makes of the same requests on the same machine. It reads HTTP from the socket, parses the
 * JSON, appends the bytes to a file, syncs for all that wait at once, and answers. It knows nobody and decides nothing.
 */
final class RoofServer {
    private static final int HEAD_MAX = 16 * 1024;
    private static final int BODY_MAX = 1 << 20;
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 16\r\n\r\n{\"success\":true}"
                    .getBytes(StandardCharsets.US_ASCII);

    private final JsonMapper json = JsonMapper.builder().build();
    private final SyncedFile file;

    private RoofServer(Path path) throws IOException {
        this.file = new SyncedFile(path);
    }

    /** Runs until the process ends. Arguments: port, file. */
    public static void main(String[] arguments) throws IOException {
        var server = new RoofServer(Path.of(arguments[1]));
        try (var listening = new ServerSocket()) {
            listening.bind(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 1024);
            while (true) {
                Socket socket = listening.accept();
                Thread.ofVirtual().start(() -> server.serve(socket));
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream(), 64 * 1024);
            OutputStream out = socket.getOutputStream();
            while (true) {
                byte[] body = in.readNBytes(bodyLength(in));
                if (body.length > 0 && json.readTree(body).isObject()) file.append(body);
                out.write(ANSWER);
            }
        } catch (IOException hungUp) {
            // the client has what it wanted
        }
    }

    private static int bodyLength(InputStream in) throws IOException {
        var head = new StringBuilder(256);
        while (!endsHead(head)) {
            int c = in.read();
            if (c < 0) throw new EOFException();
            if (head.length() == HEAD_MAX) throw new IOException("too much of a head");
            head.append((char) c);
        }
        String lower = head.toString().toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length:");
        if (at < 0) return 0;
        int length = Integer.parseInt(
                lower.substring(at + 15, lower.indexOf('\r', at)).strip());
        if (length > BODY_MAX) throw new IOException("too much of a body");
        return length;
    }

    private static boolean endsHead(StringBuilder head) {
        int length = head.length();
        return length >= 4
                && head.charAt(length - 1) == '\n'
                && head.charAt(length - 2) == '\r'
                && head.charAt(length - 3) == '\n';
    }
}
