package io.carillon.server.api;

import io.carillon.core.codec.Bytes;
import io.carillon.core.definition.WebhookDefinition;
import io.carillon.core.definition.Workspace;
import io.carillon.core.entity.webhook.WebhookCall;
import io.carillon.core.entity.webhook.WebhookCalls;
import io.carillon.core.entity.webhook.WebhookKind;
import io.carillon.core.entity.webhook.WebhookMessage;
import io.carillon.core.host.Lane;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.host.Row;
import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.runtime.Asking;
import io.carillon.server.runtime.Engine;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code /api/webhooks}: who is told of facts, what was given up, and how to try it again. */
public final class WebhooksApi {
    private static final Answer UNKNOWN = Answer.error(404, "not_found", "there is no such webhook");
    private static final Answer NOT_DEAD =
            Answer.error(404, "not_dead", "there is no such call, or it is not dead; expected the id of a dead one");

    private final Engine engine;

    public WebhooksApi(Engine engine) {
        this.engine = engine;
    }

    public void addTo(Api api) {
        api.get("/api/webhooks", _ -> Answer.json(200, all()));
        api.get("/api/webhooks/{id}/dead", this::dead);
        api.post("/api/webhooks/{id}/dead/{call}/redrive", this::redrive);
        api.post("/api/webhooks/{id}/enable", this::enable);
    }

    private Stream<WebhookDefinition> webhooks() {
        return engine.workspace().map(Workspace::webhooks).stream().flatMap(map -> map.values().stream());
    }

    private boolean isKnown(String id) {
        return webhooks().anyMatch(webhook -> webhook.id().equals(id));
    }

    private Value.Fields all() {
        return Shape.page(webhooks().map(this::view).toList(), Optional.empty());
    }

    private Value.Fields view(WebhookDefinition webhook) {
        return new Shape()
                .with("id", webhook.id())
                .texts("facts", List.copyOf(webhook.facts()))
                .with(
                        "disabled",
                        engine.host().row(WebhookCalls.DISABLED, webhook.id()).map(Bytes::toUtf8))
                .build();
    }

    private Answer dead(Request request) {
        String id = request.path("id");
        if (!isKnown(id)) return UNKNOWN;
        return switch (Paging.of(request)) {
            case Paging.Asked.Wrongly(var answer) -> answer;
            case Paging.Asked.For(var paging) -> {
                String prefix = id + "/";
                List<String> keys =
                        engine.host().rows(WebhookCalls.DEAD, prefix + paging.after(), paging.limit() + 1).stream()
                                .map(Row::key)
                                .takeWhile(key -> key.startsWith(prefix))
                                .toList();
                Page<String> page = Page.of(keys, paging.limit(), key -> key.substring(prefix.length()));
                List<Value.Fields> items = page.items().stream()
                        .flatMap(key -> call(id, WebhookCalls.due(key).call()).stream())
                        .map(WebhooksApi::view)
                        .toList();
                yield Answer.json(200, Shape.page(items, page.next()));
            }
        };
    }

    private Optional<WebhookCall> call(String webhook, String id) {
        return engine.host()
                .row(WebhookCalls.CALLS, WebhookCalls.key(webhook, id))
                .map(WebhookCall.Stored.CALLS::decode);
    }

    private static Value.Fields view(WebhookCall call) {
        return new Shape()
                .with("id", call.id())
                .with("type", call.type())
                .with("at", call.at())
                .with("attempts", call.attempts())
                .with("diedAt", call.dueAt())
                .with("reason", call.detail())
                .with("body", call.body())
                .build();
    }

    private Answer redrive(Request request) {
        String webhook = request.path("id");
        Optional<WebhookCall> dead = call(webhook, request.path("call")).filter(WebhookCall::dead);
        if (!isKnown(webhook)) return UNKNOWN;
        return dead.map(call -> tell(webhook, replyTo -> new WebhookMessage.Redrive(call, replyTo)))
                .orElse(NOT_DEAD);
    }

    private Answer enable(Request request) {
        String webhook = request.path("id");
        return isKnown(webhook) ? tell(webhook, WebhookMessage.Enable::new) : UNKNOWN;
    }

    private Answer tell(String webhook, Function<ReplyTo, WebhookMessage> message) {
        Asking.Outcome outcome = engine.asking().ask(WebhookKind.of(webhook), Lane.URGENT, message::apply);
        return outcome instanceof Asking.Outcome.Answered
                ? Answer.json(202, new Shape().with("success", true).build())
                : Customers.refusal(outcome);
    }
}
