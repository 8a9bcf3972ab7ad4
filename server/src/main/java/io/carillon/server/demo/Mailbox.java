package io.carillon.server.demo;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.MessageDeliveryHandler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The mail server of all simulated shoppers: GreenMail on a loopback port. It counts every mail and keeps the latest; what
 * it kept before is gone, so that a year of mail fits.
 */
final class Mailbox implements AutoCloseable {
    static final int KEPT_MAX = 200;
    private static final long STARTUP_MILLIS_MAX = 10_000;

    private final GreenMail server;
    private final Consumer<Mail> taken;
    private final AtomicLong count = new AtomicLong();
    private final Deque<Mail> latest = new ArrayDeque<>();

    private Mailbox(GreenMail server, Consumer<Mail> taken) {
        this.server = server;
        this.taken = taken;
    }

    /**
     * Listens on a free port of this machine.
     *
     * @param taken is told each mail, on a thread of its connection, before the sender is told that it is taken
     */
    static Mailbox open(Consumer<Mail> taken) {
        var setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(STARTUP_MILLIS_MAX);
        var server = new GreenMail(setup);
        var mailbox = new Mailbox(server, taken);
        MessageDeliveryHandler handler = (message, recipient) -> {
            mailbox.take(message.getMessage(), recipient.getEmail());
            return new Reader(recipient);
        };
        server.getUserManager().setMessageDeliveryHandler(handler);
        server.start();
        return mailbox;
    }

    int port() {
        return server.getSmtp().getPort();
    }

    /** How many mails were taken. */
    long count() {
        return count.get();
    }

    /** Newest first. */
    List<Mail> latest() {
        synchronized (latest) {
            return List.copyOf(latest);
        }
    }

    private void take(MimeMessage message, String recipient) throws MessagingException {
        Optional<String> unsubscribe =
                Optional.ofNullable(message.getHeader("List-Unsubscribe", null)).flatMap(Mail::webAddress);
        var mail = new Mail(recipient, Optional.ofNullable(message.getSubject()).orElse(""), unsubscribe);
        count.incrementAndGet();
        synchronized (latest) {
            latest.addFirst(mail);
            if (latest.size() > KEPT_MAX) latest.removeLast();
        }
        taken.accept(mail);
    }

    @Override
    public void close() {
        server.stop();
    }

    /** Somebody whose mail was read already: GreenMail would keep it for ever. */
    private record Reader(MailAddress address) implements GreenMailUser {
        @Override
        public String getEmail() {
            return address.getEmail();
        }

        @Override
        public String getLogin() {
            return address.getEmail();
        }

        @Override
        public void deliver(MovingMessage message) {
            // it was taken when it came
        }

        @Override
        public void deliver(MimeMessage message) {
            // it was taken when it came
        }

        @Override
        public void create() {
            // has no mailbox
        }

        @Override
        public void delete() {
            // has no mailbox
        }

        @Override
        public String getPassword() {
            return "";
        }

        @Override
        public void setPassword(String password) {
            // nobody logs in
        }

        @Override
        public void authenticate(String password) {
            // nobody logs in
        }

        @Override
        public String getQualifiedMailboxName() {
            return address.getEmail();
        }
    }
}
