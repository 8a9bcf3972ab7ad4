package io.carillon.channels.delivery;

import io.carillon.core.codec.Bytes;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.entity.endpoint.EndpointMessage;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.DispatchDue;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.host.Address;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Message;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.message.Content;
import io.carillon.core.message.Outgoing;
import io.carillon.core.message.SendOutcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One message's way: claim, grant, one call, outcome. Acts only on a grant that is committed, and only while it is fresh. */
final class Errand {
    /** A grant that took longer to come is given back: much may have changed. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FULL = Duration.ofMillis(20);
    private static final Logger LOG = LoggerFactory.getLogger(Errand.class);

    private final Host<?> host;
    private final Pace pace;
    private final DispatchDue due;
    private final CourierMeters meters;
    private final Consumer<Boolean> whenDone;

    Errand(Host<?> host, Pace pace, DispatchDue due, CourierMeters meters, Consumer<Boolean> whenDone) {
        this.host = host;
        this.pace = pace;
        this.due = due;
        this.meters = meters;
        this.whenDone = whenDone;
    }

    /** Claims it and, when granted, has it carried; gives the place back at the end. */
    void carryOnThread(Courier.Lot lot) {
        onThread(() -> {
            try {
                return carry(lot.carrier());
            } finally {
                lot.places().release();
            }
        });
    }

    /** Finds out about an attempt that nobody works on any more. */
    void settleOnThread() {
        onThread(this::settle);
    }

    private void onThread(BooleanSupplier work) {
        Thread.ofVirtual().name("carillon-errand").start(() -> {
            boolean ended = false;
            try {
                ended = work.getAsBoolean();
            } catch (IllegalStateException e) {
                LOG.debug("the host is closed", e);
            } catch (RuntimeException e) {
                LOG.error(
                        "message {} was left; it is looked after again in a minute",
                        due.dispatch().text(),
                        e);
            } finally {
                whenDone.accept(ended);
            }
        });
    }

    /** Whether nothing is left to be looked after. */
    private boolean carry(Carrier carrier) {
        meters.claimed();
        long claimedNanos = pace.nanos().getAsLong();
        Optional<Reply> reply = ask(
                due.customer().address(),
                replyTo -> new PersonMessage.ToCustomer(
                        due.customer(), new CustomerMessage.ClaimDispatch(due.dispatch(), replyTo)));
        if (reply.isEmpty()) return false;
        if (!(reply.get() instanceof Answers.Granted granted)) return true;
        SendOutcome outcome = pace.nanos().getAsLong() - claimedNanos > FRESH.toNanos()
                ? new SendOutcome.NotSent("the leave to send came too late", Duration.ZERO)
                : send(carrier, granted);
        meters.count(outcome);
        Optional<Reply> noted = ask(
                granted.endpoint().address(),
                replyTo -> new EndpointMessage.Outcome(
                        granted.dispatch(), granted.attempt(), due.customer(), outcome, replyTo));
        return noted.isPresent();
    }

    private SendOutcome send(Carrier carrier, Answers.Granted granted) {
        Optional<Bytes> content = host.row(Messages.CONTENT, granted.dispatch().text());
        if (content.isEmpty()) {
            return new SendOutcome.Rejected(SendOutcome.Rejection.OTHER, "its content is not kept any more");
        }
        var outgoing = new Outgoing(
                granted.dispatch(),
                granted.endpoint(),
                granted.purpose(),
                Content.Stored.CONTENTS.decode(content.get()),
                granted.at());
        SendOutcome outcome;
        try {
            outcome = carrier.provider().send(outgoing);
        } catch (RuntimeException e) {
            LOG.error("the provider for {} failed", granted.endpoint().channel().word(), e);
            outcome = new SendOutcome.Uncertain(
                    "the provider's code failed: " + e.getClass().getSimpleName());
        }
        carrier.circuit().report(outcome, pace.nanos().getAsLong());
        return outcome;
    }

    private boolean settle() {
        Optional<MessageRow> row =
                host.row(Messages.MESSAGES, due.dispatch().text()).map(Courier::read);
        if (row.isEmpty() || row.get().dispatch().status() != DispatchStatus.CLAIMED) return true;
        var dispatch = row.get().dispatch();
        return ask(
                        dispatch.endpoint().orElseThrow().address(),
                        replyTo -> new EndpointMessage.Settle(
                                dispatch.id(), dispatch.attempts(), row.get().customer(), replyTo))
                .filter(Answers.Noted.class::isInstance)
                .isPresent();
    }

    /** Hands a message in, however long there is no room for it, and waits for its answer. */
    private Optional<Reply> ask(Address to, Function<ReplyTo, Message> message) {
        var answer = new CompletableFuture<Reply>();
        try {
            while (!host.submit(to, Lane.URGENT, message, answer::complete))
                TimeUnit.MILLISECONDS.sleep(FULL.toMillis());
            return Optional.of(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (TimeoutException e) {
            LOG.warn("no answer about message {} in {}", due.dispatch().text(), PATIENCE);
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer does not fail", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
