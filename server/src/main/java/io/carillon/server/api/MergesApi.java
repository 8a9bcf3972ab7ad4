package io.carillon.server.api;

import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.identity.Cause;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.runtime.Asking;
import io.carillon.server.runtime.Engine;
import java.util.ArrayList;
import java.util.Optional;

/** Who became one with whom, why, and the way back. */
public final class MergesApi {
    /** Rows looked at for one answer; what is left is the next part. */
    private static final int ROWS_MAX = 10_000;

    private final Engine engine;
    private final Customers customers;

    public MergesApi(Engine engine) {
        this.engine = engine;
        customers = new Customers(engine);
    }

    public void addTo(Api api) {
        api.get("/api/customers/{id}/merges", this::merges);
        api.post("/api/customers/{id}/unmerge", this::unmerge);
    }

    private Answer merges(Request request) {
        return switch (Paging.of(request)) {
            case Paging.Asked.Wrongly(var answer) -> answer;
            case Paging.Asked.For(var paging) ->
                customers.show(request.path("id"), found -> Answer.json(200, merges(found, paging)));
        };
    }

    private Value.Fields merges(Answers.Found customer, Paging paging) {
        var rows = new NewestFirst(engine.host(), customer.root().links(), paging.after());
        var items = new ArrayList<Value>();
        for (int read = 0; read < ROWS_MAX && items.size() < paging.limit() && rows.hasNext(); read++) {
            view(rows.next()).ifPresent(items::add);
        }
        return Shape.page(items, rows.hasNext() ? Optional.of(Paging.cursor(rows.position())) : Optional.empty());
    }

    private Optional<Value> view(HistoryEntry entry) {
        return switch (entry) {
            case HistoryEntry.Absorbed absorbed ->
                Optional.of(because(row("merged", entry, absorbed.from()), absorbed.cause()));
            case HistoryEntry.Parted parted ->
                Optional.of(row("unmerged", entry, parted.leaver())
                        .with("by", "api")
                        .texts(
                                "identifiers",
                                parted.identifiers().stream()
                                        .map(Object::toString)
                                        .toList())
                        .build());
            case HistoryEntry.Restored restored ->
                Optional.of(row("restored", entry, restored.from())
                        .with("by", "api")
                        .build());
            default -> Optional.empty();
        };
    }

    private Shape row(String what, HistoryEntry entry, CustomerRef other) {
        return new Shape()
                .with("type", what)
                .with("at", entry.at())
                .with("customer", engine.knowledge().addresses().idOf(other).text())
                .with("bornAt", other.bornAt().toString());
    }

    private static Value because(Shape shape, Cause cause) {
        return shape.with("by", cause.explicit() ? "alias" : "event")
                .with("messageId", cause.event().text())
                .with("because", cause.identifier().toString())
                .build();
    }

    private Answer unmerge(Request request) {
        return switch (JsonBody.of(request)) {
            case JsonBody.Refused(var answer) -> answer;
            case JsonBody.Given(var fields) ->
                fields.text("customer")
                        .map(absorbed -> unmerge(request.path("id"), absorbed))
                        .orElseGet(() -> Answer.error(
                                400,
                                "bad_unmerge",
                                "expected {\"customer\": \"id of the one who was merged into them\"}"));
        };
    }

    private Answer unmerge(String id, String absorbed) {
        Optional<CustomerRef> leaver = customers.byId(absorbed);
        if (leaver.isEmpty())
            return Answer.error(404, "no_such_customer", "there is no customer \"%s\"".formatted(cut(absorbed)));
        Optional<Asking.Outcome> outcome =
                customers.ask(id, replyTo -> new CustomerMessage.Unmerge(leaver.get(), replyTo));
        return outcome.map(this::parted).orElse(Customers.UNKNOWN);
    }

    private Answer parted(Asking.Outcome outcome) {
        if (outcome instanceof Asking.Outcome.Answered(var reply)) {
            if (reply instanceof Answers.NotFound) return Customers.UNKNOWN;
            if (reply instanceof Answers.NotUnmerged refused) return refused(refused);
            if (reply instanceof Answers.Unmerged(var customer)) {
                return Answer.json(
                        200,
                        new Shape()
                                .with("success", true)
                                .with(
                                        "customer",
                                        engine.knowledge()
                                                .addresses()
                                                .idOf(customer)
                                                .text())
                                .build());
            }
        }
        return Customers.refusal(outcome);
    }

    private Answer refused(Answers.NotUnmerged refused) {
        String whom = engine.knowledge().addresses().idOf(refused.whom()).text();
        return switch (refused.why()) {
            case NEVER_MERGED ->
                Answer.error(404, "never_merged", "%s never merged into this customer".formatted(whom));
            case ALREADY_PARTED -> Answer.error(409, "already_unmerged", "%s is a customer of its own".formatted(whom));
            case CAME_WITH_ANOTHER ->
                Answer.error(
                        409,
                        "came_with_another",
                        "came with %s: un-merge that one first, then from it".formatted(whom));
            case TOO_OLD ->
                Answer.error(
                        409,
                        "too_old",
                        "the merge of %s, or what happened since, is older than the workspace's retention keeps it"
                                .formatted(whom));
            case UNDER_WAY -> Answer.error(409, "under_way", "an un-merge of this customer is under way");
            case PARKED ->
                Answer.error(
                        409, "parked", "a message to this customer failed and waits: re-drive it or dismiss it first");
            case MERGED_MEANWHILE ->
                Answer.error(409, "merged_meanwhile", "this customer was merged itself meanwhile; nothing has changed");
            case FAILED -> Answer.error(500, "failed", "a fault of ours, which is parked; nothing has changed");
        };
    }

    private static String cut(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
