package io.carillon.channels.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
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
    synchronized FakeSmtpServer next(Moment moment, Act act) {
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
            new FakeSmtpSession(this, socket).run();
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

    /** What the script says for now; {@code right} when it says nothing. */
    synchronized Act scripted(Moment moment, String right) {
        Queue<Act> queue = once.get(moment);
        Act act = queue == null ? null : queue.poll();
        if (act != null) return act;
        return always.getOrDefault(moment, new Act.Say(right));
    }

    synchronized boolean isScripted(Moment moment) {
        Queue<Act> queue = once.get(moment);
        return always.containsKey(moment) || (queue != null && !queue.isEmpty());
    }

    void heard(String command) {
        commands.add(command);
    }

    void sawEndOf(String mail) {
        ended.add(mail);
    }

    void accept(String mail) {
        mails.add(mail);
    }

    List<String> extensions() {
        return extensions;
    }

    boolean isProtectedFromFirstByte() {
        return implicitTls;
    }

    SSLSocketFactory tls() {
        return tls;
    }

    void awaitClose() throws InterruptedException {
        closed.await();
    }
}
