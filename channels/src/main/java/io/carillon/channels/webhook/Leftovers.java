package io.carillon.channels.webhook;

import io.carillon.core.entity.webhook.WebhookCall;
import io.carillon.core.entity.webhook.WebhookCalls;
import io.carillon.core.entity.webhook.WebhookDue;
import io.carillon.core.entity.webhook.WebhookKind;
import io.carillon.core.entity.webhook.WebhookMessage;
import io.carillon.core.host.Host;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a webhook would have been told that is defined no more, or whose receiver is gone, is kept for a while, as either may
 * come back, and then forgotten. So is what died of one that is defined no more.
 */
final class Leftovers {
    /** How long after it was due. */
    static final Duration KEPT = Duration.ofDays(7);

    /** In one sweep, of each webhook; the next one takes the rest. */
    static final int SWEPT_MAX = 10_000;

    private final Host<?> host;

    Leftovers(Host<?> host) {
        this.host = host;
    }

    /**
     * Lets go of what is too old.
     *
     * @param defined the webhooks of today
     * @return how many calls were forgotten
     */
    int sweep(Set<String> defined, Instant now) {
        int forgotten = 0;
        for (String webhook : WebhookCalls.webhooks(host, WebhookCalls.OUTBOX)) {
            boolean isTold = defined.contains(webhook)
                    && host.row(WebhookCalls.DISABLED, webhook).isEmpty();
            if (!isTold) forgotten += sweep(WebhookCalls.OUTBOX, webhook, now);
        }
        for (String webhook : WebhookCalls.webhooks(host, WebhookCalls.DEAD)) {
            if (!defined.contains(webhook)) forgotten += sweep(WebhookCalls.DEAD, webhook, now);
        }
        return forgotten;
    }

    private int sweep(String table, String webhook, Instant now) {
        var old = new ArrayList<WebhookCall>();
        for (Row row : host.rows(table, webhook + "/", SWEPT_MAX)) {
            WebhookDue due = WebhookCalls.due(row.key());
            // In order of time: nothing that follows is older.
            if (!due.webhook().equals(webhook) || due.dueAt().plus(KEPT).isAfter(now)) break;
            call(webhook, due.call()).ifPresent(old::add);
        }
        return forget(old);
    }

    private Optional<WebhookCall> call(String webhook, String id) {
        return host.row(WebhookCalls.CALLS, WebhookCalls.key(webhook, id)).map(WebhookCall.Stored.CALLS::decode);
    }

    private int forget(List<WebhookCall> calls) {
        int forgotten = 0;
        for (WebhookCall call : calls) {
            boolean isIn = host.submit(
                    WebhookKind.of(call.webhook()),
                    Lane.BULK,
                    replyTo -> new WebhookMessage.Forget(call, "nobody was told for a week", replyTo),
                    _ -> {});
            if (!isIn) return forgotten; // there is no room now: the next sweep goes on
            forgotten++;
        }
        return forgotten;
    }
}
