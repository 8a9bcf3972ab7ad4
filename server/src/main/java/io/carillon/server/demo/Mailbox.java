package io.carillon.server.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The mail server of all simulated shoppers: takes every mail on a loopback port and tells whom it is for. */
final class Mailbox implements AutoCloseable {
    private static final int LINE_BYTES_MAX = 64 * 1024;
    private static final int HEAD_CHARS_MAX = 64 * 1024;
    private static final int RECIPIENTS_MAX = 100;

    private final ServerSocket server;
    private final Consumer<Mail> taken;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicLong count = new AtomicLong();

    private Mailbox(ServerSocket server, Consumer<Mail> taken) {
        this.server = server;
        this.taken = taken;
    }

    /**
     * Listens on a free port of this machine.
     *
     * @param taken is told each mail, on a thread of its connection, after the sender was told that it is taken
     */
    static Mailbox open(Consumer<Mail> taken) throws IOException {
        var server = new ServerSocket();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        var mailbox = new Mailbox(server, taken);
        Thread.ofVirtual().name("demo-mailbox").start(mailbox::accept);
        return mailbox;
    }

    int port() {
        return server.getLocalPort();
    }

    /** How many mails were taken. */
    long count() {
        return count.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().name("demo-mail").start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // no more mail
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Session(socket).run();
        } catch (IOException gone) {
            // the sender hung up
        } finally {
            open.remove(socket);
        }
    }

    /** One sender's dialogue. */
    private final class Session {
        private final InputStream in;
        private final OutputStream out;
        private final byte[] buffer = new byte[LINE_BYTES_MAX];
        private final List<String> recipients = new ArrayList<>();

        Session(Socket socket) throws IOException {
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        void run() throws IOException {
            reply("220 demo ESMTP");
            while (true) {
                String command = readLine();
                switch (command.substring(0, Math.min(4, command.length())).toUpperCase(Locale.ROOT)) {
                    case "EHLO" -> reply("250-demo\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8");
                    case "RCPT" -> {
                        if (recipients.size() < RECIPIENTS_MAX) recipients.add(inBrackets(command));
                        reply("250 OK");
                    }
                    case "DATA" -> data();
                    case "MAIL", "RSET" -> {
                        recipients.clear();
                        reply("250 OK");
                    }
                    case "HELO", "NOOP" -> reply("250 OK");
                    case "QUIT" -> {
                        reply("221 Bye");
                        return;
                    }
                    default -> reply("502 Command not implemented");
                }
            }
        }

        private void data() throws IOException {
            if (recipients.isEmpty()) {
                reply("503 Bad sequence of commands");
                return;
            }
            reply("354 Go ahead");
            var head = new StringBuilder();
            boolean inHead = true;
            for (String line = readLine(); !line.equals("."); line = readLine()) {
                if (line.isEmpty()) inHead = false;
                if (!inHead || head.length() > HEAD_CHARS_MAX) continue;
                boolean goesOn = line.startsWith(" ") || line.startsWith("\t");
                if (!goesOn && !head.isEmpty()) head.append('\n');
                head.append(line);
            }
            List<String> to = List.copyOf(recipients);
            recipients.clear();
            count.incrementAndGet();
            reply("250 OK taken");
            for (String recipient : to) taken.accept(new Mail(recipient, head.toString()));
        }

        private void reply(String text) throws IOException {
            out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        /** Without its end; what is longer than a line may be comes in pieces. */
        private String readLine() throws IOException {
            int length = 0;
            while (length < LINE_BYTES_MAX) {
                int next = in.read();
                if (next < 0) throw new IOException("the sender hung up");
                if (next == '\n') break;
                buffer[length++] = (byte) next;
            }
            if (length > 0 && buffer[length - 1] == '\r') length--;
            return new String(buffer, 0, length, StandardCharsets.UTF_8);
        }
    }

    private static String inBrackets(String command) {
        int start = command.indexOf('<');
        int end = command.indexOf('>', start + 1);
        return start < 0 || end < 0 ? "" : command.substring(start + 1, end);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) socket.close();
    }
}
