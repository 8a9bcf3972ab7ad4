package io.carillon.channels.webhook;

import io.carillon.channels.delivery.Agenda;
import io.carillon.channels.delivery.CircuitBreaker;
import io.carillon.channels.delivery.CourierMeters;
import io.carillon.channels.delivery.Pace;
import io.carillon.core.entity.webhook.WebhookCall;
import io.carillon.core.entity.webhook.WebhookCalls;
import io.carillon.core.entity.webhook.WebhookDue;
import io.carillon.core.entity.webhook.WebhookKind;
import io.carillon.core.entity.webhook.WebhookMessage;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Reply;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.host.Row;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.SendOutcome;
import io.carillon.core.message.SendOutcome.NotSent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one webhook's receiver what is in its outbox. Keeps nothing that matters: a call is in the table until the webhook
 * has noted that it was taken, so after a crash it is made again, with the same {@code webhook-id}.
 */
final class WebhookCourier implements AutoCloseable {
    static final int AGENDA_MAX = 10_000;
    private static final int PAGE = 1_000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(WebhookCourier.class);

    private final String webhook;
    private final Host<?> host;
    private final Pace pace;
    private final Line line;
    private final Set<String> underWay;
    private final Agenda<WebhookDue> agenda;
    private final Semaphore places;
    private final CircuitBreaker circuit = new CircuitBreaker();
    private final Thread thread;

    /** Whom to call, and how often at once. */
    record Line(WebhookCaller caller, int parallel, CourierMeters meters) {}

    /** @param underWay of all couriers, by the table's keys */
    WebhookCourier(String webhook, Host<?> host, Pace pace, Line line, Set<String> underWay) {
        this.webhook = webhook;
        this.host = host;
        this.pace = pace;
        this.line = line;
        this.underWay = underWay;
        this.agenda = new Agenda<>(AGENDA_MAX, pace, WebhookDue::call, WebhookDue::dueAt);
        this.places = new Semaphore(line.parallel());
        this.thread = Thread.ofVirtual().name("carillon-webhook-" + webhook).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    void add(WebhookDue due) {
        agenda.add(due);
    }

    private void run() {
        try {
            while (!agenda.isClosed()) {
                Optional<WebhookDue> due = agenda.take();
                if (due.isEmpty()) readTable();
                else if (awaitLeave()) attend(due.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!agenda.isClosed()) LOG.error("webhook {} is told nothing more until a restart", webhook, e);
        }
    }

    /** The outbox in order of time, as far as there is room. */
    private void readTable() {
        String prefix = webhook + "/";
        String after = prefix;
        for (int read = 0; read < AGENDA_MAX; read += PAGE) {
            List<Row> page = host.rows(WebhookCalls.OUTBOX, after, PAGE);
            for (Row row : page) {
                if (!row.key().startsWith(prefix)) return;
                agenda.add(WebhookCalls.due(row.key()));
                after = row.key();
            }
            if (page.size() < PAGE) return;
        }
    }

    /** Waits while the receiver is gone or disturbed; false when it is over. */
    private boolean awaitLeave() throws InterruptedException {
        while (!agenda.isClosed()) {
            Duration pause = host.row(WebhookCalls.DISABLED, webhook).isPresent()
                    ? PAUSE_MAX
                    : circuit.ask(pace.nanos().getAsLong());
            if (pause.isZero()) return true;
            TimeUnit.NANOSECONDS.sleep(Math.min(pause.toNanos(), PAUSE_MAX.toNanos()));
        }
        return false;
    }

    private void attend(WebhookDue due) throws InterruptedException {
        places.acquire();
        String key = WebhookCalls.key(webhook, due.call());
        if (!underWay.add(key)) { // it is being noted how it ended
            places.release();
            agenda.add(
                    new WebhookDue(webhook, due.call(), pace.clock().instant().plus(LOOK_AGAIN)));
            return;
        }
        Thread.ofVirtual().name("carillon-webhook-call").start(() -> {
            try {
                host.row(WebhookCalls.CALLS, key)
                        .map(WebhookCall.Stored.CALLS::decode)
                        .filter(call -> !call.dead())
                        .ifPresent(this::carry);
            } catch (IllegalStateException e) {
                LOG.debug("the host is closed", e);
            } catch (RuntimeException e) {
                LOG.error("call {} was left until a restart", key, e);
            } finally {
                underWay.remove(key);
                places.release();
            }
        });
    }

    private void carry(WebhookCall call) {
        Instant now = pace.clock().instant();
        if (call.dueAt().isAfter(now)) { // the notice was of an earlier attempt
            agenda.add(WebhookCalls.due(call));
            return;
        }
        CallResult result = line.caller().call(call.id(), now, call.body().getBytes(StandardCharsets.UTF_8));
        SendOutcome outcome = Verdict.of(result, new DispatchId(call.id()));
        line.meters().count(outcome);
        circuit.report(outcome, pace.nanos().getAsLong());
        note(replyTo -> news(call, result, outcome, replyTo));
    }

    private WebhookMessage news(WebhookCall call, CallResult result, SendOutcome outcome, ReplyTo replyTo) {
        if (Verdict.isGone(result)) {
            LOG.warn("the receiver of webhook {} says 410, gone; it is called no more until it is enabled", webhook);
            return new WebhookMessage.Gone(call, "the receiver answered 410", replyTo);
        }
        return switch (outcome) {
            case SendOutcome.Accepted _ -> new WebhookMessage.Delivered(call, replyTo);
            case NotSent(var detail, var retryAfter) -> new WebhookMessage.Failed(call, detail, retryAfter, replyTo);
            // A receiver that is mended may take what it refused, and knows again what it has taken.
            case SendOutcome.Rejected(var _, var detail) ->
                new WebhookMessage.Failed(call, detail, Verdict.RETRY_WHEN_SET_RIGHT, replyTo);
            case SendOutcome.Uncertain(var detail) ->
                new WebhookMessage.Failed(call, detail, Verdict.RETRY_SOON, replyTo);
        };
    }

    /** Hands it in, however long there is no room, and waits until it is durable. */
    private void note(Function<ReplyTo, WebhookMessage> message) {
        var answer = new CompletableFuture<Reply>();
        try {
            while (!host.submit(WebhookKind.of(webhook), Lane.BULK, message::apply, answer::complete)) {
                if (agenda.isClosed()) return;
                TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
            }
            while (!agenda.isClosed() && !isDone(answer)) {}
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean isDone(CompletableFuture<Reply> answer) throws InterruptedException {
        try {
            answer.get(PAUSE_MAX.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("an answer does not fail", e);
        }
    }

    @Override
    public void close() {
        agenda.close();
        thread.interrupt();
    }
}
