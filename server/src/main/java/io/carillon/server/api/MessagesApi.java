package io.carillon.server.api;

import io.carillon.core.codec.Bytes;
import io.carillon.core.decision.Dispatch;
import io.carillon.core.decision.DispatchStatus;
import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.entity.decide.Messages;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.host.Row;
import io.carillon.core.message.Content;
import io.carillon.core.message.DispatchId;
import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.runtime.Asking;
import io.carillon.server.runtime.Engine;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Messages, how far each has come, and what was in it. */
public final class MessagesApi {
    private static final Answer UNKNOWN = Answer.error(404, "no_such_message", "there is no message with this id");
    private final Engine engine;
    private final Customers customers;

    public MessagesApi(Engine engine) {
        this.engine = engine;
        this.customers = new Customers(engine);
    }

    public void addTo(Api api) {
        api.get("/api/messages", this::list);
        api.get(
                "/api/messages/{id}",
                request -> find(request.path("id"))
                        .map(row -> Answer.json(200, whole(row)))
                        .orElse(UNKNOWN));
        api.post("/api/messages/{id}/retry", request -> retry(request.path("id")));
    }

    private Answer list(Request request) {
        Optional<String> status = request.query("status");
        if (status.isPresent() && statusOf(status.get()).isEmpty()) {
            String known = Arrays.stream(DispatchStatus.values())
                    .map(DispatchStatus::word)
                    .collect(Collectors.joining(", "));
            return Answer.error(400, "bad_status", "there is no such status; expected one of " + known);
        }
        return switch (Paging.of(request)) {
            case Paging.Asked.Wrongly(var answer) -> answer;
            case Paging.Asked.For(var paging) -> list(request.query("customer"), status, paging);
        };
    }

    private Answer list(Optional<String> customer, Optional<String> status, Paging paging) {
        if (customer.isPresent()) {
            return customers.show(customer.get(), found -> ofCustomer(found, status, paging));
        }
        List<MessageRow> rows = status.isPresent() ? byStatus(status.get(), paging) : all(paging);
        return page(rows, paging);
    }

    private Answer ofCustomer(Answers.Found found, Optional<String> status, Paging paging) {
        List<MessageRow> rows = found.root().customer().dispatches().byId().values().stream()
                .sorted(Comparator.comparing(Dispatch::id))
                .filter(dispatch -> status.isEmpty() || dispatch.status().word().equals(status.get()))
                .filter(dispatch -> dispatch.id().text().compareTo(paging.after()) > 0)
                .limit(paging.limit() + 1L)
                .flatMap(dispatch -> find(dispatch.id().text()).stream())
                .toList();
        return page(rows, paging);
    }

    private List<MessageRow> byStatus(String status, Paging paging) {
        String prefix = status + "/";
        return engine.host().rows(Messages.BY_STATUS, prefix + paging.after(), paging.limit() + 1).stream()
                .map(Row::key)
                .takeWhile(key -> key.startsWith(prefix))
                .flatMap(key -> find(key.substring(prefix.length())).stream())
                .toList();
    }

    private List<MessageRow> all(Paging paging) {
        return engine.host().rows(Messages.MESSAGES, paging.after(), paging.limit() + 1).stream()
                .map(row -> MessageRow.Stored.ROWS.decode(row.value()))
                .toList();
    }

    private Answer page(List<MessageRow> rows, Paging paging) {
        Page<MessageRow> page =
                Page.of(rows, paging.limit(), row -> row.dispatch().id().text());
        return Answer.json(
                200,
                Shape.page(page.items().stream().map(row -> view(row).build()).toList(), page.next()));
    }

    private Optional<MessageRow> find(String id) {
        return engine.host().row(Messages.MESSAGES, id).map(MessageRow.Stored.ROWS::decode);
    }

    private Shape view(MessageRow row) {
        Dispatch dispatch = row.dispatch();
        return new Shape()
                .with("id", dispatch.id().text())
                .with("status", dispatch.status().word())
                .with(
                        "customer",
                        engine.knowledge().addresses().idOf(row.customer()).text())
                .with("message", dispatch.message().text())
                .with("journey", dispatch.intent().run().journey().text())
                .with("key", dispatch.intent().run().key())
                .with("purpose", dispatch.purpose().word())
                .with("topic", dispatch.topic().map(topic -> topic.text()))
                .with("channel", dispatch.channel().word())
                .with("endpoint", dispatch.endpoint().map(endpoint -> endpoint.value()))
                .with("attempts", dispatch.attempts())
                .with("decidedAt", dispatch.decidedAt())
                .with("changedAt", dispatch.changedAt())
                .with("deadline", dispatch.deadline())
                .with("reason", row.reason());
    }

    private Value.Fields whole(MessageRow row) {
        Shape shape = view(row);
        Optional<Bytes> content =
                engine.host().row(Messages.CONTENT, row.dispatch().id().text());
        content.map(Content.Stored.CONTENTS::decode).ifPresent(said -> shape.with("content", ContentViews.of(said)));
        return shape.build();
    }

    private Answer retry(String id) {
        Optional<MessageRow> row = find(id);
        if (row.isEmpty()) return UNKNOWN;
        Asking.Outcome outcome =
                customers.ask(row.get().customer(), replyTo -> new CustomerMessage.Retry(new DispatchId(id), replyTo));
        if (outcome instanceof Asking.Outcome.Answered(var reply)) {
            if (reply instanceof Answers.Retried)
                return Answer.json(202, new Shape().with("success", true).build());
            if (reply instanceof Answers.NotRetried(var why)) {
                return Answer.error(
                        409, "not_retried", "only a dead, rejected or uncertain message is retried; " + why);
            }
            if (reply instanceof Answers.NotFound) return UNKNOWN;
        }
        return Customers.refusal(outcome);
    }

    private static Optional<DispatchStatus> statusOf(String word) {
        return Stream.of(DispatchStatus.values())
                .filter(status -> status.word().equals(word))
                .findFirst();
    }
}
