package io.carillon.testkit.smtp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An SMTP server on the loopback address that takes every mail and remembers what it took. Thread-safe.
 *
 * <p>Mails taken stay known over {@link #kill} and {@link #restart}.
 */
public final class SmtpSink implements AutoCloseable {

    /**
     * What a sink does and how much it keeps.
     *
     * @param port 0 for any that is free
     * @param latency wait before the reply to each mail's end
     * @param mailsKept how many of the latest mails are kept whole
     * @param idsKept how many Message-IDs are counted; later ones are only in the total
     * @param mailBytesKept how much of each mail is kept
     */
    public record Settings(int port, Duration latency, int mailsKept, int idsKept, int mailBytesKept) {
        public static final Settings DEFAULT = new Settings(0, Duration.ZERO, 10_000, 1_000_000, 64 * 1024);

        public Settings withPort(int other) {
            return new Settings(other, latency, mailsKept, idsKept, mailBytesKept);
        }

        public Settings withLatency(Duration other) {
            return new Settings(port, other, mailsKept, idsKept, mailBytesKept);
        }

        public Settings withMailsKept(int other) {
            return new Settings(port, latency, other, idsKept, mailBytesKept);
        }
    }

    private final Settings settings;
    private final ReceivedMails mails;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private final ServerSocket server;
    private volatile boolean down;

    private SmtpSink(Settings settings) {
        this.settings = settings;
        this.mails = new ReceivedMails(settings);
        this.server = listen(settings.port());
    }

    public static SmtpSink start() {
        return start(Settings.DEFAULT);
    }

    /** Listens at once; an {@link UncheckedIOException} says that the port is taken. */
    public static SmtpSink start(Settings settings) {
        return new SmtpSink(settings);
    }

    public String host() {
        return InetAddress.getLoopbackAddress().getHostAddress();
    }

    /** The same after a restart. */
    public int port() {
        return server.getLocalPort();
    }

    /** How many mails were taken, ever; a mail taken twice counts twice. */
    public long count() {
        return mails.count();
    }

    /** How often a mail of this Message-ID (without angle brackets) was taken. */
    public int timesTaken(String messageId) {
        return mails.timesTaken(messageId);
    }

    /** Message-IDs taken more than once, sorted; at most 1,000. */
    public List<String> takenMoreThanOnce() {
        return mails.takenMoreThanOnce();
    }

    /** Kept mails to this address, oldest first. */
    public List<ReceivedMail> to(String recipient) {
        return mails.kept().stream()
                .filter(mail -> mail.recipients().contains(recipient))
                .toList();
    }

    /** The latest kept mail of this Message-ID (without angle brackets). */
    public Optional<ReceivedMail> byMessageId(String messageId) {
        return mails.kept().reversed().stream()
                .filter(mail -> mail.messageId().equals(messageId))
                .findFirst();
    }

    /** All kept mails, oldest first. */
    public List<ReceivedMail> kept() {
        return mails.kept();
    }

    /** Waits until so many mails were taken, ever; false when they were not within {@code atMost}. */
    public boolean awaitCount(long atLeast, Duration atMost) {
        return mails.awaitCount(atLeast, atMost);
    }

    /**
     * Drops every connection where it stands and resets new ones at once, as a machine that loses power. The port stays
     * ours: another server that got it meanwhile would take our mails.
     */
    public void kill() {
        down = true;
        for (Socket socket : open) close(socket);
    }

    /** From now on this recipient is unknown here (550), for ever as SMTP has it. */
    public void refuse(String recipient) {
        refused.add(recipient);
    }

    /** The recipient is taken again. */
    public void welcome(String recipient) {
        refused.remove(recipient);
    }

    /** Drops every connection, and serves new ones. */
    public void restart() {
        kill();
        down = false;
    }

    @Override
    public void close() {
        kill();
        close(server);
    }

    private ServerSocket listen(int port) {
        try {
            var listening = new ServerSocket();
            listening.setReuseAddress(true);
            listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
            Thread.ofVirtual().name("smtp-sink").start(() -> accept(listening));
            return listening;
        } catch (IOException failure) {
            throw new UncheckedIOException("SMTP sink cannot listen on port " + port, failure);
        }
    }

    private void accept(ServerSocket listening) {
        try {
            while (true) {
                Socket socket = listening.accept();
                open.add(socket);
                if (down) reset(socket);
                else Thread.ofVirtual().name("smtp-sink-session").start(() -> serve(socket));
            }
        } catch (IOException closed) {
            // no more connections
        }
    }

    private void reset(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            // the client was faster
        } finally {
            open.remove(socket);
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            new SinkSession(socket, settings, mails, refused::contains).run();
        } catch (IOException dropped) {
            // the client or we hung up: what was taken is recorded
        } finally {
            open.remove(socket);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception alreadyGone) {
            // nothing is held any more
        }
    }
}
