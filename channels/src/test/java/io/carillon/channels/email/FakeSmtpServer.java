package io.carillon.channels.email;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * An SMTP server that follows a script: right by default, wrong exactly where a test says so. Thread-safe.
 *
 * <pre>{@code
 * var server = FakeSmtpServer.start();
 * server.next(Moment.RCPT, new Say("550 5.1.1 no such user"));
 * server.next(Moment.END, Act.HANG_UP);
 * }</pre>
 */
final class FakeSmtpServer implements AutoCloseable {

    /** When something may go wrong. */
    enum Moment {
        GREETING,
        EHLO,
        STARTTLS,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        /** In the midst of a mail's content, before its end has been read. */
        CONTENT,
        /** The mail's end has been read, and nothing is said yet. */
        END,
        RSET,
        /** A session that has handed over a mail and waits for more. */
        IDLE
    }

    /** What happens then. */
    sealed interface Act {
        /** Closes the connection without a word. */
        Act HANG_UP = new HangUp();

        /** Says nothing more until the server is closed. */
        Act STALL = new Stall();

        record HangUp() implements Act {}

        record Stall() implements Act {}

        /** Says this instead of what is right, and goes on. */
        record Say(String reply) implements Act {}

        /** Says this and closes the connection. */
        record SayAndHangUp(String reply) implements Act {}

        /** Says what is right, and closes the connection. */
        record ObeyAndHangUp() implements Act {}
    }

    private final ServerSocket listening;
    private final Map<Moment, Queue<Act>> once = new ConcurrentHashMap<>();
    private final Map<Moment, Act> always = new ConcurrentHashMap<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> ended = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile List<String> extensions = List.of("PIPELINING", "8BITMIME", "SMTPUTF8", "AUTH PLAIN LOGIN");
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean implicitTls;
    private volatile SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();

    private FakeSmtpServer(ServerSocket listening) {
        this.listening = listening;
        Thread.ofVirtual().name("fake-smtp").start(this::accept);
    }

    static FakeSmtpServer start() {
        try {
            return new FakeSmtpServer(new ServerSocket(0, 64, InetAddress.getLoopbackAddress()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String host() {
        return "localhost";
    }

    int port() {
        return listening.getLocalPort();
    }

    /** Does this the next time; several queue up. */
    FakeSmtpServer next(Moment moment, Act act) {
        once.computeIfAbsent(moment, m -> new ArrayDeque<>()).add(act);
        return this;
    }

    FakeSmtpServer always(Moment moment, Act act) {
        always.put(moment, act);
        return this;
    }

    FakeSmtpServer offering(String... keywords) {
        extensions = List.of(keywords);
        return this;
    }

    /** Has a certificate of this factory's for STARTTLS, or from the first byte. */
    FakeSmtpServer protectedBy(SSLSocketFactory factory, boolean fromFirstByte) {
        tls = factory;
        implicitTls = fromFirstByte;
        return this;
    }

    /** Mails whose acceptance was said. */
    List<String> accepted() {
        return mails;
    }

    /** Mails whose end has arrived, whatever was said then. */
    List<String> ended() {
        return ended;
    }

    List<String> commands() {
        return Collections.unmodifiableList(commands);
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        closed.countDown();
        quietly(listening);
        open.forEach(FakeSmtpServer::quietly);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = listening.accept();
                connections.incrementAndGet();
                open.add(socket);
                Thread.ofVirtual().name("fake-smtp-session").start(() -> serve(socket));
            }
        } catch (IOException over) {
            // closed
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            new Session(socket).run();
        } catch (IOException over) {
            // hung up, by one side or the other
        } finally {
            open.remove(socket);
        }
    }

    private static void quietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception gone) {
            // nothing left to close
        }
    }

    private synchronized Act scripted(Moment moment, String right) {
        Queue<Act> queue = once.get(moment);
        Act act = queue == null ? null : queue.poll();
        if (act != null) return act;
        return always.getOrDefault(moment, new Act.Say(right));
    }

    private final class Session {
        private final Socket raw;
        private InputStream in;
        private OutputStream out;
        private boolean hasSender;
        private boolean hasRecipient;

        Session(Socket socket) throws IOException {
            this.raw = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
            if (implicitTls) protect();
        }

        void run() throws IOException {
            at(Moment.GREETING, "220 fake ESMTP");
            while (true) {
                String command = line();
                commands.add(command);
                String verb =
                        command.substring(0, Math.min(4, command.length())).toUpperCase(Locale.ROOT);
                switch (verb) {
                    case "EHLO" -> at(Moment.EHLO, hello());
                    case "HELO" -> say("250 fake");
                    case "STAR" -> {
                        if (at(Moment.STARTTLS, "220 go ahead").startsWith("220")) protect();
                    }
                    case "AUTH" -> authenticate(command);
                    case "MAIL" -> hasSender = at(Moment.MAIL, "250 2.1.0 ok").startsWith("250");
                    case "RCPT" -> {
                        String reply = hasSender ? at(Moment.RCPT, "250 2.1.5 ok") : say("503 5.5.1 no sender");
                        hasRecipient = reply.startsWith("250");
                    }
                    case "DATA" -> {
                        String reply = hasRecipient ? at(Moment.DATA, "354 go ahead") : say("554 5.5.1 no recipient");
                        if (reply.startsWith("354")) data();
                    }
                    case "RSET" -> {
                        hasSender = false;
                        hasRecipient = false;
                        at(Moment.RSET, "250 ok");
                    }
                    case "QUIT" -> {
                        say("221 bye");
                        return;
                    }
                    default -> say("502 what?");
                }
            }
        }

        private String hello() {
            List<String> lines = new ArrayList<>(List.of("fake"));
            lines.addAll(extensions);
            var text = new StringBuilder();
            for (int i = 0; i < lines.size(); i++) {
                text.append(i < lines.size() - 1 ? "250-" : "250 ").append(lines.get(i));
                if (i < lines.size() - 1) text.append("\r\n");
            }
            return text.toString();
        }

        private void authenticate(String command) throws IOException {
            if (command.equals("AUTH LOGIN")) {
                say("334 " + Base64.getEncoder().encodeToString("Username:".getBytes(StandardCharsets.US_ASCII)));
                commands.add(line());
                say("334 " + Base64.getEncoder().encodeToString("Password:".getBytes(StandardCharsets.US_ASCII)));
                commands.add(line());
            }
            at(Moment.AUTH, "235 2.7.0 welcome");
        }

        private void data() throws IOException {
            var mail = new ByteArrayOutputStream();
            boolean first = true;
            for (String line = line(); !line.equals("."); line = line()) {
                if (first && isScripted(Moment.CONTENT)) at(Moment.CONTENT, "");
                first = false;
                mail.writeBytes((line.startsWith(".") ? line.substring(1) : line).getBytes(StandardCharsets.UTF_8));
                mail.writeBytes(new byte[] {'\r', '\n'});
            }
            String text = mail.toString(StandardCharsets.UTF_8);
            ended.add(text);
            hasSender = false;
            hasRecipient = false;
            if (at(Moment.END, "250 2.0.0 taken").startsWith("2")) mails.add(text);
            if (isScripted(Moment.IDLE)) at(Moment.IDLE, "");
        }

        private boolean isScripted(Moment moment) {
            Queue<Act> queue = once.get(moment);
            return always.containsKey(moment) || (queue != null && !queue.isEmpty());
        }

        /** Follows the script. @return what was said */
        private String at(Moment moment, String right) throws IOException {
            switch (scripted(moment, right)) {
                case Act.Say(String reply) -> {
                    return say(reply);
                }
                case Act.SayAndHangUp(String reply) -> say(reply);
                case Act.ObeyAndHangUp() -> {
                    if (moment == Moment.END) mails.add(ended.getLast());
                    say(right);
                }
                case Act.HangUp() -> {}
                case Act.Stall() -> stall();
            }
            throw new EOFException("as the script says");
        }

        private void stall() throws IOException {
            try {
                closed.await();
            } catch (InterruptedException interrupted) {
                throw new IOException(interrupted);
            }
        }

        private String say(String reply) throws IOException {
            out.write((reply + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return reply;
        }

        private void protect() throws IOException {
            var secure = (SSLSocket) tls.createSocket(raw, null, raw.getPort(), true);
            secure.setUseClientMode(false);
            in = new BufferedInputStream(secure.getInputStream());
            out = secure.getOutputStream();
        }

        private String line() throws IOException {
            var line = new ByteArrayOutputStream();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) throw new EOFException();
                if (b != '\r') line.write(b);
            }
            return line.toString(StandardCharsets.UTF_8);
        }
    }
}
