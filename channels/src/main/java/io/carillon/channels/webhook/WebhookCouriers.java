package io.carillon.channels.webhook;

import io.carillon.channels.delivery.CourierMeters;
import io.carillon.channels.delivery.Pace;
import io.carillon.channels.net.Resolver;
import io.carillon.core.entity.webhook.WebhookCall;
import io.carillon.core.entity.webhook.WebhookCalls;
import io.carillon.core.entity.webhook.WebhookDue;
import io.carillon.core.host.Host;
import io.carillon.core.host.Notice;
import io.carillon.core.host.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The workers that tell facts, one for each webhook, so that a slow receiver holds up nobody else. */
public final class WebhookCouriers implements AutoCloseable {
    private static final Duration SWEEP_EVERY = Duration.ofHours(1);
    private static final int COUNTED_MAX = 10_000;
    private static final int LOOKED_AT = 100;
    private static final Logger LOG = LoggerFactory.getLogger(WebhookCouriers.class);

    private final Host<?> host;
    private final Pace pace;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();
    private final Map<String, Held> couriers = new ConcurrentHashMap<>();

    private final CourierMeters meters = new CourierMeters();
    private final Thread sweeper =
            Thread.ofVirtual().name("carillon-webhook-leftovers").unstarted(this::sweep);

    private record Held(WebhookTarget target, WebhookCourier courier) {}

    public WebhookCouriers(Host<?> host, Pace pace) {
        this.host = host;
        this.pace = pace;
    }

    /** Begins to let go of what nobody is told any more. */
    public void start() {
        sweeper.start();
    }

    private void sweep() {
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(SWEEP_EVERY.toNanos());
                int forgotten = new Leftovers(host)
                        .sweep(Set.copyOf(couriers.keySet()), pace.clock().instant());
                if (forgotten > 0) LOG.info("forgot {} calls of webhooks that nobody answers", forgotten);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IllegalStateException e) {
            LOG.debug("the host is closed", e);
        }
    }

    /** Calls made since the start of the process, by outcome. */
    public CourierMeters meters() {
        return meters;
    }

    /** What waits to be told, at most {@value #COUNTED_MAX} of each webhook. */
    public long waiting() {
        return count(WebhookCalls.OUTBOX);
    }

    /** What is not tried any more, at most {@value #COUNTED_MAX} of each webhook. */
    public long dead() {
        return count(WebhookCalls.DEAD);
    }

    private long count(String table) {
        return WebhookCalls.webhooks(host, table).stream()
                .mapToLong(webhook -> host.rows(table, webhook + "/", COUNTED_MAX).stream()
                        .filter(row -> row.key().startsWith(webhook + "/"))
                        .count())
                .sum();
    }

    /** The age of the oldest fact among the next {@value #LOOKED_AT} of each webhook; zero when none waits. */
    public Duration oldest() {
        Instant now = pace.clock().instant();
        Duration oldest = Duration.ZERO;
        for (String webhook : WebhookCalls.webhooks(host, WebhookCalls.OUTBOX)) {
            for (Row row : host.rows(WebhookCalls.OUTBOX, webhook + "/", LOOKED_AT)) {
                if (!row.key().startsWith(webhook + "/")) break;
                String call =
                        WebhookCalls.key(webhook, WebhookCalls.due(row.key()).call());
                Optional<Instant> at = host.row(WebhookCalls.CALLS, call)
                        .map(WebhookCall.Stored.CALLS::decode)
                        .map(WebhookCall::at);
                Duration age = at.map(it -> Duration.between(it, now)).orElse(Duration.ZERO);
                if (age.compareTo(oldest) > 0) oldest = age;
            }
        }
        return oldest;
    }

    /** From now on, whom to tell. Calls under way end by themselves. */
    public synchronized void use(Map<String, WebhookTarget> targets) {
        for (Map.Entry<String, Held> held : new LinkedHashMap<>(couriers).entrySet()) {
            if (held.getValue().target().equals(targets.get(held.getKey()))) continue;
            couriers.remove(held.getKey());
            held.getValue().courier().close();
        }
        targets.forEach((webhook, target) -> {
            if (!couriers.containsKey(webhook)) couriers.put(webhook, new Held(target, start(webhook, target)));
        });
    }

    private WebhookCourier start(String webhook, WebhookTarget target) {
        var caller =
                new WebhookCaller(target.receiver(), (SSLSocketFactory) SSLSocketFactory.getDefault(), Resolver.SYSTEM);
        var courier = new WebhookCourier(
                webhook, host, pace, new WebhookCourier.Line(caller, target.parallel(), meters), underWay);
        courier.start();
        return courier;
    }

    /** To be told every notice of the host. */
    public void onNotice(Notice notice) {
        if (!(notice instanceof WebhookDue due)) return;
        Held held = couriers.get(due.webhook());
        if (held != null) held.courier().add(due);
    }

    /** Makes no new call; those under way end by themselves. */
    @Override
    public synchronized void close() {
        sweeper.interrupt();
        couriers.values().forEach(held -> held.courier().close());
        couriers.clear();
    }
}
