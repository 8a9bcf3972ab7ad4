package io.carillon.core.entity.webhook;

import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Host;
import io.carillon.core.host.Row;
import io.carillon.core.identity.CustomerId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What webhooks are still to be told, as rows. The customer of whom the fact is writes them, in the step that recorded it;
 * from its first attempt on they belong to the webhook.
 */
public final class WebhookCalls {
    /** {@code WEBHOOK/ID} to {@link WebhookCall}. */
    public static final String CALLS = "webhook-calls";

    /** {@code WEBHOOK/DUE/ID}, where DUE is the instant as 16 hex digits of milliseconds, to nothing: the workers' list. */
    public static final String OUTBOX = "webhook-outbox";

    /** {@code WEBHOOK/DIED/ID} to nothing: those that are not tried any more by themselves. */
    public static final String DEAD = "webhook-dead";

    /** Webhook to why it is not called: its receiver said that it is gone. */
    public static final String DISABLED = "webhook-disabled";

    private static final String ID = "fact_";
    private static final int PAGE = 100;

    private WebhookCalls() {}

    /** The id of a call begins with that of its customer, so theirs stand side by side in each webhook's part. */
    public static String id(CustomerId customer, String rest) {
        return ID + customer.text() + "_" + rest;
    }

    /**
     * What any webhook is still to be told of a customer, or was given up, also of webhooks that are defined no more.
     *
     * @param customer one of their ids: whoever absorbed others asks for each
     * @param max how many at most
     */
    public static List<WebhookCall> of(Host<?> host, CustomerId customer, int max) {
        var found = new ArrayList<WebhookCall>();
        for (String webhook : webhooks(host, CALLS)) {
            String prefix = key(webhook, id(customer, ""));
            String after = prefix;
            while (found.size() < max) {
                List<Row> page = host.rows(CALLS, after, Math.min(PAGE, max - found.size()));
                List<Row> theirs = page.stream()
                        .takeWhile(row -> row.key().startsWith(prefix))
                        .toList();
                for (Row row : theirs) found.add(WebhookCall.Stored.CALLS.decode(row.value()));
                if (theirs.isEmpty() || theirs.size() < page.size()) break;
                after = theirs.getLast().key();
            }
        }
        return found;
    }

    /** The webhooks of which a table has rows; reads one row of each. */
    public static List<String> webhooks(Host<?> host, String table) {
        var webhooks = new ArrayList<String>();
        List<Row> next = host.rows(table, "", 1);
        while (!next.isEmpty()) {
            String key = next.getFirst().key();
            String webhook = key.substring(0, key.indexOf('/'));
            webhooks.add(webhook);
            next = host.rows(table, webhook + (char) ('/' + 1), 1);
        }
        return webhooks;
    }

    public static String key(String webhook, String id) {
        return webhook + "/" + id;
    }

    public static void put(Consumer<Effect> effects, WebhookCall call) {
        effects.accept(new Effect.Put(CALLS, key(call.webhook(), call.id()), WebhookCall.Stored.CALLS.encode(call)));
        effects.accept(new Effect.Put(list(call), listKey(call), Bytes.EMPTY));
        if (!call.dead()) effects.accept(new Effect.Notify(due(call)));
    }

    public static void remove(Consumer<Effect> effects, WebhookCall call) {
        effects.accept(new Effect.Remove(CALLS, key(call.webhook(), call.id())));
        effects.accept(new Effect.Remove(list(call), listKey(call)));
    }

    static void replace(Consumer<Effect> effects, WebhookCall before, WebhookCall after) {
        effects.accept(new Effect.Remove(list(before), listKey(before)));
        put(effects, after);
    }

    public static WebhookDue due(WebhookCall call) {
        return new WebhookDue(call.webhook(), call.id(), call.dueAt());
    }

    /** What a row of {@link #OUTBOX} says. */
    public static WebhookDue due(String outboxKey) {
        String[] parts = outboxKey.split("/", 3);
        return new WebhookDue(parts[0], parts[2], Instant.ofEpochMilli(Long.parseLong(parts[1], 16)));
    }

    private static String list(WebhookCall call) {
        return call.dead() ? DEAD : OUTBOX;
    }

    private static String listKey(WebhookCall call) {
        return call.webhook() + "/" + hex(call.dueAt()) + "/" + call.id();
    }

    private static String hex(Instant instant) {
        return "%016x".formatted(Math.max(0, instant.toEpochMilli()));
    }
}
