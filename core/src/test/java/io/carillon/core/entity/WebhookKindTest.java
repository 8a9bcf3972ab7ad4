package io.carillon.core.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.decision.Backoff;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.webhook.WebhookCall;
import io.carillon.core.entity.webhook.WebhookCalls;
import io.carillon.core.entity.webhook.WebhookKind;
import io.carillon.core.entity.webhook.WebhookMessage;
import io.carillon.core.entity.webhook.WebhookState;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.HistoryRow;
import io.carillon.core.host.ReplyTo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WebhookKindTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final String BODY = "{}";

    private final TreeMap<String, Bytes> rows = new TreeMap<>();
    private Instant now = START;

    @Test
    void whatWasTakenLeavesNoRow() {
        WebhookCall call = told();

        handle(new WebhookMessage.Delivered(call, ReplyTo.NOBODY));

        assertThat(rows).isEmpty();
    }

    @Test
    void whatFailedIsDueLaterAndNoSoonerThanAsked() {
        told();

        WebhookCall soon = fail("busy", Duration.ZERO);
        assertThat(Duration.between(START, soon.dueAt())).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
        WebhookCall asked = fail("busy", Duration.ofHours(2));
        assertThat(asked.dueAt()).isEqualTo(now.plus(Duration.ofHours(2)));
        assertThat(asked.attempts()).isEqualTo(2);
        assertThat(rows).hasSize(2);
    }

    @Test
    void afterEnoughAttemptsItIsDeadUntilSomebodyAsksForIt() {
        told();
        for (int attempt = 1; attempt < Backoff.ATTEMPTS_MAX; attempt++) {
            assertThat(fail("no " + attempt, Duration.ZERO).dead()).isFalse();
        }

        WebhookCall dead = fail("no more", Duration.ZERO);

        assertThat(dead.dead()).isTrue();
        assertThat(dead.detail()).isEqualTo("no more");
        assertThat(rows.keySet()).anyMatch(key -> key.startsWith("webhook-dead crm/"));
        assertThat(rows.keySet()).noneMatch(key -> key.startsWith("webhook-outbox"));
        handle(new WebhookMessage.Redrive(dead, ReplyTo.NOBODY));
        assertThat(call().dead()).isFalse();
        assertThat(call().id()).isEqualTo(dead.id());
        assertThat(WebhookCalls.due(outboxKey())).isEqualTo(WebhookCalls.due(call()));
        assertThat(rows).hasSize(2);
    }

    @Test
    void whoIsGoneIsDisabledUntilEnabledAndLosesNothing() {
        WebhookCall call = told();

        handle(new WebhookMessage.Gone(call, "the receiver answered 410", ReplyTo.NOBODY));

        assertThat(rows).containsKey("webhook-disabled crm").hasSize(3);
        assertThat(call().dead()).isFalse();
        handle(new WebhookMessage.Enable(ReplyTo.NOBODY));
        assertThat(rows).hasSize(2);
    }

    private WebhookCall told() {
        WebhookCall call = WebhookCall.first("crm", "fact_c1_0_ab", "segment.entered", START, BODY);
        WebhookCalls.put(this::apply, call);
        return call;
    }

    private WebhookCall fail(String detail, Duration retryAfter) {
        now = call().dueAt();
        handle(new WebhookMessage.Failed(call(), detail, retryAfter, ReplyTo.NOBODY));
        return call();
    }

    private WebhookCall call() {
        return rows.entrySet().stream()
                .filter(row -> row.getKey().startsWith("webhook-calls "))
                .map(row -> WebhookCall.Stored.CALLS.decode(row.getValue()))
                .findFirst()
                .orElseThrow();
    }

    private String outboxKey() {
        String prefix = "webhook-outbox ";
        return rows.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .findFirst()
                .orElseThrow()
                .substring(prefix.length());
    }

    private void handle(WebhookMessage message) {
        var kind = new WebhookKind();
        kind.handle(WebhookState.NONE, message, new At(now)).effects().forEach(this::apply);
    }

    private void apply(Effect effect) {
        switch (effect) {
            case Effect.Put(var table, var key, var value) -> rows.put(table + " " + key, value);
            case Effect.Remove(var table, var key) -> rows.remove(table + " " + key);
            default -> {}
        }
    }

    /** A step of the webhook {@code crm}. */
    private record At(Instant now) implements Context<Knowledge> {
        @Override
        public Address self() {
            return WebhookKind.of("crm");
        }

        @Override
        public long run() {
            return 1;
        }

        @Override
        public Knowledge knowledge() {
            throw new AssertionError("a webhook knows nothing");
        }

        @Override
        public boolean remembers(String key) {
            return false;
        }

        @Override
        public long historySize() {
            return 0;
        }

        @Override
        public List<HistoryRow> history(long from, int max) {
            return List.of();
        }
    }
}
