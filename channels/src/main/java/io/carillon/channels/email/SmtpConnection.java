package io.carillon.channels.email;

import io.carillon.channels.net.Deadline;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A session with a server, ready for mails. One attempt at a time; another thread may only {@link #abort} it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321">RFC 5321</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2920">RFC 2920, pipelining</a>
 */
final class SmtpConnection {
    private static final Deadline FREE = Deadline.in(Duration.ZERO);
    private static final Deadline ABORTED = Deadline.in(Duration.ZERO);

    private final Socket socket;
    private final SmtpWire wire;
    private final Extensions extensions;

    /** Whose attempt it is, so that a late alarm of one attempt cannot hit the next. */
    private final AtomicReference<Deadline> attempt;

    private volatile Stage stage = Stage.SENDER;
    private volatile boolean broken;
    private volatile boolean used;
    private volatile long idleSinceNanos;

    /** @param socket what lies beneath TLS: closing it never waits for the other side */
    SmtpConnection(Socket socket, SmtpWire wire, Extensions extensions, Deadline opening) {
        this.socket = socket;
        this.wire = wire;
        this.extensions = extensions;
        this.attempt = new AtomicReference<>(opening);
    }

    /**
     * Hands one mail over.
     *
     * @return the server's reply to the end of the mail: it has the mail
     * @throws RefusedException if the server said no, at the stage it names
     * @throws IOException if the dialogue broke; {@link #stage} says where
     */
    SmtpReply transfer(Letter.Written letter, Deadline deadline) throws IOException {
        stage = Stage.SENDER;
        broken = true; // until the dialogue is back where the next mail can start
        envelope(letter);
        stage = Stage.CONTENT;
        wire.content(letter.bytes().unsafeArray());
        if (deadline.isTooLateToFinish()) throw new IOException("too late to wait for the server's reply");
        stage = Stage.END;
        wire.end();
        SmtpReply reply = wire.reply();
        if (reply.code() >= 300 && reply.code() < 400) throw new IOException("unexpected reply " + reply);
        broken = reply.code() == 421;
        if (!reply.isPositive()) throw new RefusedException(Stage.END, reply);
        return reply;
    }

    private void envelope(Letter.Written letter) throws IOException {
        String sender = "MAIL FROM:<" + letter.from() + ">" + extensions.mailParameters(letter);
        String recipient = "RCPT TO:<" + letter.to() + ">";
        if (!extensions.pipelining()) {
            expectPositive(Stage.SENDER, wire.ask(sender));
            stage = Stage.RECIPIENT;
            expectPositive(Stage.RECIPIENT, wire.ask(recipient));
            stage = Stage.DATA;
            expectData(wire.ask("DATA"));
            return;
        }
        wire.command(sender);
        wire.command(recipient);
        wire.command("DATA");
        wire.flush();
        SmtpReply toSender = wire.reply();
        // A server that hangs up says so once, to the first command.
        if (toSender.code() == 421) throw new RefusedException(Stage.SENDER, toSender);
        stage = Stage.RECIPIENT;
        SmtpReply toRecipient = wire.reply();
        if (toRecipient.code() == 421) throw new RefusedException(Stage.RECIPIENT, toRecipient);
        stage = Stage.DATA;
        SmtpReply toData = wire.reply();
        // A server that waits for content although it has no recipient is left without the dot: nothing can leave.
        boolean open = toData.code() == 354;
        if (!toSender.isPositive()) throw refused(Stage.SENDER, toSender, !open);
        if (!toRecipient.isPositive()) throw refused(Stage.RECIPIENT, toRecipient, !open);
        expectData(toData);
    }

    private void expectPositive(Stage at, SmtpReply reply) throws IOException {
        if (!reply.isPositive()) throw refused(at, reply, true);
    }

    private void expectData(SmtpReply reply) throws IOException {
        if (reply.code() == 354) return;
        if (reply.isPositive()) throw new IOException("unexpected reply to DATA: " + reply);
        throw refused(Stage.DATA, reply, true);
    }

    private RefusedException refused(Stage at, SmtpReply reply, boolean inStep) {
        broken = !inStep || reply.code() == 421 || !isReset();
        return new RefusedException(at, reply);
    }

    /** The outcome is known before this: failing here only costs the connection. */
    private boolean isReset() {
        try {
            return wire.ask("RSET").isPositive();
        } catch (IOException lost) {
            return false;
        }
    }

    boolean takes(Letter.Written letter) {
        return !letter.utf8() || extensions.utf8();
    }

    Extensions extensions() {
        return extensions;
    }

    Stage stage() {
        return stage;
    }

    /** Whether it has been idle since it was opened, so that the server may have closed it unnoticed. */
    boolean isUsed() {
        return used;
    }

    long idleSinceNanos() {
        return idleSinceNanos;
    }

    /** {@return false if it was aborted meanwhile} */
    boolean begin(Deadline deadline) {
        return attempt.compareAndSet(FREE, deadline);
    }

    /** {@return whether it can carry another mail} */
    boolean finish(Deadline deadline) {
        used = true;
        idleSinceNanos = System.nanoTime();
        return attempt.compareAndSet(deadline, FREE) && !broken;
    }

    /** Ends that attempt and no other, at once, whatever it waits for. */
    void abort(Deadline deadline) {
        if (attempt.compareAndSet(deadline, ABORTED)) close();
    }

    /** Whether the server hung up or spoke while nobody asked; sees what has arrived, without waiting. */
    boolean hasSpoken() {
        try {
            return wire.hasUnread();
        } catch (IOException lost) {
            return true;
        }
    }

    /** Says goodbye and closes; does not wait for an answer. */
    void quit() {
        try {
            wire.command("QUIT");
            wire.flush();
        } catch (IOException alreadyGone) {
            // closed below
        }
        close();
    }

    void close() {
        try {
            socket.close();
        } catch (IOException alreadyGone) {
            // nothing is held any more
        }
    }

    static boolean isHangUp(IOException failure) {
        return failure instanceof RefusedException refused
                ? refused.reply().code() == 421
                : failure instanceof EOFException || failure instanceof SocketException;
    }
}
