package io.carillon.channels.webhook;

import io.carillon.core.codec.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;

/** A server on a port of its own that keeps every byte of each call and then does what the test says. */
final class FakeReceiver implements Closeable {
    private final ServerSocket server;
    private final Behaviour behaviour;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** What it does once it was called. */
    @FunctionalInterface
    interface Behaviour {
        void answer(OutputStream out) throws IOException;
    }

    /** @param headers by name as written */
    record Call(String requestLine, Map<String, String> headers, Bytes body) {
        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        String text() {
            return body.toUtf8();
        }
    }

    private FakeReceiver(ServerSocket server, Behaviour behaviour) {
        this.server = server;
        this.behaviour = behaviour;
        Thread.ofVirtual().start(this::listen);
    }

    static FakeReceiver answering(String answer) throws IOException {
        return doing(out -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
    }

    static FakeReceiver doing(Behaviour behaviour) throws IOException {
        return new FakeReceiver(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
    }

    static FakeReceiver overTls(SSLServerSocketFactory tls, Behaviour behaviour) throws IOException {
        return new FakeReceiver(tls.createServerSocket(0, 50, InetAddress.getLoopbackAddress()), behaviour);
    }

    int port() {
        return server.getLocalPort();
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    private void listen() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            calls.add(read(socket.getInputStream()));
            behaviour.answer(socket.getOutputStream());
            socket.getOutputStream().flush();
            // Whoever closes with bytes unread resets the connection, and the answer with it.
            socket.shutdownOutput();
            socket.getInputStream().readAllBytes();
        } catch (IOException gone) {
            // the caller hung up
        } finally {
            open.remove(socket);
        }
    }

    private static Call read(InputStream in) throws IOException {
        String first = line(in);
        var headers = new TreeMap<String, String>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(": ");
            headers.put(line.substring(0, colon), line.substring(colon + 2));
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
        return new Call(first, headers, Bytes.wrap(body));
    }

    private static String line(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) throw new IOException("hung up");
            line.write(b);
        }
        String text = line.toString(StandardCharsets.US_ASCII);
        if (!text.endsWith("\r")) throw new IOException("a line without CR");
        return text.substring(0, text.length() - 1);
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Socket socket : open) socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Trusts what no test signs. */
    static SSLSocketFactory systemTls() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }
}
