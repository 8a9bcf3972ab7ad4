package io.carillon.channels.email;

import io.carillon.channels.net.Deadline;
import io.carillon.core.message.Outgoing;
import io.carillon.core.message.Provider;
import io.carillon.core.message.SendOutcome;
import io.carillon.core.message.SendOutcome.Accepted;
import io.carillon.core.message.SendOutcome.NotSent;
import io.carillon.core.message.SendOutcome.Rejected;
import io.carillon.core.message.SendOutcome.Rejection;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;

/**
 * Hands mails to one SMTP server over a few warm connections. Thread-safe; made for many virtual threads.
 *
 * <p>The mail's {@code Message-ID} is made of the dispatch id and the sender's domain, the same for every attempt, and
 * is the provider message id. What breaks before the end of the mail may have been written is surely not sent; after
 * that only the server's reply decides, and without one the outcome is uncertain.
 */
public final class SmtpProvider implements Provider, AutoCloseable {
    /** One thread for all providers: what it runs only closes sockets, and never waits. */
    private static final ScheduledThreadPoolExecutor ALARMS = alarms();

    private final SmtpSettings settings;
    private final MailWriter writer;
    private final SmtpDoor door;
    private final SmtpPool pool;

    /** Trusts the certificates that the system trusts. */
    public SmtpProvider(SmtpSettings settings) {
        this(settings, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    public SmtpProvider(SmtpSettings settings, SSLSocketFactory tls) {
        this.settings = settings;
        this.writer = new MailWriter(Sender.of(settings.from()));
        this.door = new SmtpDoor(settings, tls, ALARMS);
        this.pool = new SmtpPool(settings.connectionsMax(), ALARMS);
    }

    private static ScheduledThreadPoolExecutor alarms() {
        var alarms = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("smtp-alarms").factory());
        alarms.setRemoveOnCancelPolicy(true);
        return alarms;
    }

    @Override
    public SendOutcome send(Outgoing message) {
        return switch (writer.write(message)) {
            case Letter.Unwritable(var rejected) -> rejected;
            case Letter.Written letter -> carry(letter, Deadline.in(settings.callTimeout()));
        };
    }

    private SendOutcome carry(Letter.Written letter, Deadline deadline) {
        if (pool.isClosed()) return new NotSent("the provider is closed", Verdict.RETRY_SOON);
        try {
            if (!pool.enter(deadline)) {
                return new NotSent(
                        "all " + settings.connectionsMax() + " connections were busy for " + settings.callTimeout(),
                        Verdict.RETRY_SOON);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new NotSent("interrupted", Verdict.RETRY_SOON);
        }
        try {
            Optional<SmtpConnection> warm = pool.warm(deadline);
            if (warm.isPresent()) {
                Optional<SendOutcome> outcome = over(warm.get(), letter, deadline);
                if (outcome.isPresent()) return outcome.get();
            }
            return overNew(letter, deadline);
        } finally {
            pool.leave();
        }
    }

    private SendOutcome overNew(Letter.Written letter, Deadline deadline) {
        SmtpConnection connection;
        try {
            connection = door.open(deadline);
        } catch (IOException failure) {
            return Verdict.of(failure, Stage.CONNECT);
        }
        return over(connection, letter, deadline).orElseThrow();
    }

    /** {@return empty when the server had given up a warm connection before it heard of the mail: surely nothing was sent} */
    private Optional<SendOutcome> over(SmtpConnection connection, Letter.Written letter, Deadline deadline) {
        boolean warm = connection.isUsed();
        ScheduledFuture<?> alarm =
                ALARMS.schedule(() -> connection.abort(deadline), deadline.leftNanos(), TimeUnit.NANOSECONDS);
        boolean reusable = false;
        try {
            SendOutcome outcome = transfer(connection, letter, deadline);
            reusable = true;
            return Optional.of(outcome);
        } catch (IOException failure) {
            Stage stage = connection.stage();
            reusable = failure instanceof RefusedException;
            if (warm
                    && stage.compareTo(Stage.CONTENT) < 0
                    && SmtpConnection.isHangUp(failure)
                    && deadline.leftNanos() > 0) {
                return Optional.empty();
            }
            return Optional.of(Verdict.of(failure, stage));
        } finally {
            alarm.cancel(false);
            if (connection.finish(deadline) && reusable) pool.giveBack(connection);
            else connection.close();
        }
    }

    private static SendOutcome transfer(SmtpConnection connection, Letter.Written letter, Deadline deadline)
            throws IOException {
        if (!connection.takes(letter)) {
            return new Rejected(Rejection.OTHER, "the server does not offer SMTPUTF8, which " + letter.to() + " needs");
        }
        long sizeMax = connection.extensions().sizeBytesMax();
        if (letter.bytes().size() > sizeMax) {
            return new Rejected(
                    Rejection.OTHER, "mail of " + letter.bytes().size() + " bytes; the server takes " + sizeMax);
        }
        connection.transfer(letter, deadline);
        return new Accepted(letter.messageId());
    }

    /** Takes no more mails; those under way end as they would. */
    @Override
    public void close() {
        pool.close();
    }
}
