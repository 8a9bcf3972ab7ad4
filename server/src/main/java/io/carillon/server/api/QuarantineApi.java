package io.carillon.server.api;

import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.quarantine.QuarantineRow;
import io.carillon.core.entity.quarantine.QuarantinedCall;
import io.carillon.core.entity.quarantine.QuarantinedCall.Status;
import io.carillon.core.entity.quarantine.QuarantinedCall.Why;
import io.carillon.core.event.Event;
import io.carillon.core.host.Lane;
import io.carillon.core.value.Value;
import io.carillon.server.collect.CallReader;
import io.carillon.server.collect.Reasons;
import io.carillon.server.http.Answer;
import io.carillon.server.http.Request;
import io.carillon.server.quarantine.Filter;
import io.carillon.server.quarantine.KeptCalls;
import io.carillon.server.quarantine.Repair;
import io.carillon.server.quarantine.Repairing;
import io.carillon.server.quarantine.Replay;
import io.carillon.server.runtime.Asking;
import io.carillon.server.runtime.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/** {@code /api/quarantine}: calls that could not be used, what would make them usable, and using them after all. */
public final class QuarantineApi {
    /** Calls that one request repairs; its answer says where to go on. */
    private static final int REPAIRED_AT_ONCE = 500;

    private static final int EXAMPLES_MAX = 3;
    private static final Answer UNKNOWN =
            Answer.error(404, "not_found", "there is no call with this id in quarantine; it may have been too old");

    private final Engine engine;
    private final KeptCalls quarantine;
    private final Repairing repairing;
    private final Replay replay;

    public QuarantineApi(Engine engine, KeptCalls quarantine, Repairing repairing, Replay replay) {
        this.engine = engine;
        this.quarantine = quarantine;
        this.repairing = repairing;
        this.replay = replay;
    }

    public void addTo(Api api) {
        api.get("/api/quarantine", this::list);
        api.get("/api/quarantine/reasons", _ -> Answer.json(200, reasons()));
        api.get("/api/quarantine/replay", _ -> Answer.json(200, view(replay.progress())));
        api.post("/api/quarantine/replay", this::replay);
        api.post("/api/quarantine/repair", this::repairAll);
        api.get("/api/quarantine/{id}", request -> with(request, (call, _) -> Answer.json(200, whole(call))));
        api.post("/api/quarantine/{id}/repair", request -> with(request, this::repair));
        api.post("/api/quarantine/{id}/dismiss", request -> with(request, (call, _) -> dismiss(call)));
    }

    private Answer list(Request request) {
        return switch (Paging.of(request)) {
            case Paging.Asked.Wrongly(var answer) -> answer;
            case Paging.Asked.For(var paging) ->
                switch (filter(request.query("source"), request.query("reason"), request.query("status"))) {
                    case Asked.Wrongly(var answer) -> answer;
                    case Asked.For(var filter) -> {
                        KeptCalls.Page page = quarantine.list(filter, paging.after(), paging.limit());
                        List<Value.Fields> items =
                                page.rows().stream().map(QuarantineApi::view).toList();
                        yield Answer.json(200, Shape.page(items, page.next().map(Paging::cursor)));
                    }
                };
        };
    }

    private sealed interface Asked {
        record For(Filter filter) implements Asked {}

        record Wrongly(Answer answer) implements Asked {}
    }

    private static Asked filter(Optional<String> source, Optional<String> reason, Optional<String> status) {
        Optional<Status> wanted = Optional.empty();
        if (status.isPresent()) {
            wanted = status(status.get());
            if (wanted.isEmpty()) {
                return new Asked.Wrongly(Answer.error(400, "bad_status", "status must be open, replayed or dismissed"));
            }
        }
        return new Asked.For(new Filter(source, reason, wanted));
    }

    private static Optional<Status> status(String word) {
        for (Status status : Status.values()) if (word(status).equals(word)) return Optional.of(status);
        return Optional.empty();
    }

    private static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /** Open calls by source and reason, with how many; as many as one look takes in. */
    private Value.Fields reasons() {
        var counts = new TreeMap<String, TreeMap<String, Long>>();
        var open = new Filter(Optional.empty(), Optional.empty(), Optional.of(Status.OPEN));
        KeptCalls.Page page = quarantine.list(open, "", Integer.MAX_VALUE);
        for (QuarantineRow row : page.rows()) {
            for (String reason : row.reasons()) {
                counts.computeIfAbsent(row.source(), _ -> new TreeMap<>()).merge(reason, 1L, Long::sum);
            }
        }
        var items = new ArrayList<Value>();
        counts.forEach((source, byReason) -> byReason.forEach((reason, count) -> items.add(new Shape()
                .with("source", source)
                .with("reason", reason)
                .with("meaning", Reasons.meaning(reason))
                .with("count", count)
                .build())));
        return new Shape()
                .with("items", items)
                .with("next", Value.Nothing.NOTHING)
                .with("complete", page.next().isEmpty())
                .build();
    }

    private Answer with(Request request, BiFunction<QuarantinedCall, Request, Answer> then) {
        return switch (quarantine.show(request.path("id"))) {
            case KeptCalls.Found.Call(var call) -> then.apply(call, request);
            case KeptCalls.Found.Unknown _ -> UNKNOWN;
            case KeptCalls.Found.Busy(var why) -> Customers.refusal(why);
        };
    }

    private Answer dismiss(QuarantinedCall call) {
        return answer(
                quarantine.settle(call.id(), Status.DISMISSED),
                _ -> new Shape().with("success", true).build());
    }

    private Answer answer(KeptCalls.Found found, Function<QuarantinedCall, Value.Fields> view) {
        return switch (found) {
            case KeptCalls.Found.Call(var call) -> Answer.json(200, view.apply(call));
            case KeptCalls.Found.Unknown _ -> UNKNOWN;
            case KeptCalls.Found.Busy(var why) -> Customers.refusal(why);
        };
    }

    /** {@code {"suggested": true}}, {@code {"repair": {…}}} or {@code {"call": {…}}}; with {@code "dryRun": true} only seen. */
    private Answer repair(QuarantinedCall call, Request request) {
        return switch (JsonBody.of(request)) {
            case JsonBody.Refused(var answer) -> answer;
            case JsonBody.Given(var body) -> {
                if (call.status() != Status.OPEN) {
                    yield Answer.error(
                            409,
                            "not_open",
                            "the call is %s; only an open one is repaired".formatted(word(call.status())));
                }
                if (body.get("call").orElse(Value.Nothing.NOTHING) instanceof Value.Fields text) {
                    yield done(repairing.rewritten(call, text, engine.now()), isDryRun(body));
                }
                yield switch (way(body)) {
                    case Way.Wrong(var answer) -> answer;
                    case Way.By(var way) -> done(way.of(call), isDryRun(body));
                };
            }
        };
    }

    /** How each call is repaired. */
    private sealed interface Way {
        interface Each {
            Repairing.Tried of(QuarantinedCall call);
        }

        record By(Each each) implements Way {}

        record Wrong(Answer answer) implements Way {}
    }

    private Way way(Value.Fields body) {
        if (body.get("suggested").equals(Optional.of(Value.of(true))))
            return new Way.By(call -> repairing.suggested(call, engine.now()));
        if (!(body.get("repair").orElse(Value.Nothing.NOTHING) instanceof Value.Fields said)) {
            return new Way.Wrong(Answer.error(
                    400,
                    "bad_repair",
                    "expected \"suggested\": true, or \"repair\": {…}, or \"call\": {…} for one call"));
        }
        return switch (Repair.read(said)) {
            case Repair.Reading.Bad(var why) -> new Way.Wrong(Answer.error(400, "bad_repair", "repair: " + why));
            case Repair.Reading.Read(var repair) -> new Way.By(call -> repairing.repaired(call, repair, engine.now()));
        };
    }

    private static boolean isDryRun(Value.Fields body) {
        return body.get("dryRun").equals(Optional.of(Value.of(true)));
    }

    private Answer done(Repairing.Tried tried, boolean dryRun) {
        if (dryRun || tried.call().repaired().isEmpty()) return Answer.json(200, effect(tried));
        return answer(quarantine.repair(tried.call()), _ -> effect(tried));
    }

    /** Many at once: those of a source, a reason, or both. Answers where to go on. */
    private Answer repairAll(Request request) {
        return switch (JsonBody.of(request)) {
            case JsonBody.Refused(var answer) -> answer;
            case JsonBody.Given(var body) ->
                switch (way(body)) {
                    case Way.Wrong(var answer) -> answer;
                    case Way.By(var way) -> Answer.json(200, repairAll(body, way));
                };
        };
    }

    private Value.Fields repairAll(Value.Fields body, Way.Each way) {
        var filter = new Filter(body.text("source"), body.text("reason"), Optional.of(Status.OPEN));
        KeptCalls.Page page = quarantine.list(filter, body.text("after").orElse(""), REPAIRED_AT_ONCE);
        boolean dryRun = isDryRun(body);
        int usable = 0;
        int repaired = 0;
        var examples = new ArrayList<Value>();
        for (QuarantineRow row : page.rows()) {
            if (!(quarantine.show(row.id()) instanceof KeptCalls.Found.Call(var call))) continue;
            Repairing.Tried tried = way.of(call);
            if (tried.isUsable()) usable++;
            if (examples.size() < EXAMPLES_MAX) examples.add(effect(tried));
            boolean isChanged = !tried.call().repaired().equals(call.repaired());
            if (dryRun || !isChanged || !tried.isUsable()) continue;
            if (quarantine.repair(tried.call()) instanceof KeptCalls.Found.Call) repaired++;
        }
        return new Shape()
                .with("matched", page.rows().size())
                .with("usable", usable)
                .with("repaired", repaired)
                .with("examples", examples)
                .with("next", page.next().<Value>map(Value::of).orElse(Value.Nothing.NOTHING))
                .build();
    }

    private Answer replay(Request request) {
        return switch (JsonBody.of(request)) {
            case JsonBody.Refused(var answer) -> answer;
            case JsonBody.Given(var body) -> {
                var filter = new Filter(body.text("source"), body.text("reason"), Optional.empty());
                yield replay.start(filter, engine.now())
                        ? Answer.json(202, view(replay.progress()))
                        : Answer.error(409, "running", "a replay is under way; see GET /api/quarantine/replay");
            }
        };
    }

    private static Value.Fields view(Replay.Progress progress) {
        return new Shape()
                .with(
                        "state",
                        progress.isRunning() ? "running" : progress.startedAt().isPresent() ? "done" : "never")
                .with("startedAt", progress.startedAt().map(Object::toString))
                .with("total", progress.total())
                .with("used", progress.used())
                .with("unusable", progress.unusable())
                .with("failure", progress.failure())
                .build();
    }

    private static Value.Fields view(QuarantineRow row) {
        return new Shape()
                .with("id", row.id())
                .with("source", row.source())
                .with("receivedAt", row.receivedAt())
                .with("at", row.at())
                .with("name", row.name())
                .texts("reasons", row.reasons())
                .with("repaired", row.isRepaired())
                .with("status", word(row.status()))
                .build();
    }

    private Value.Fields whole(QuarantinedCall call) {
        Repairing.Tried suggestion = repairing.suggested(call, engine.now());
        var shape = new Shape()
                .with("id", call.id())
                .with("source", call.source())
                .with("receivedAt", call.receivedAt())
                .with("at", call.at())
                .with("name", call.name())
                .with("status", word(call.status()))
                .with("changedAt", call.changedAt())
                .with(
                        "reasons",
                        call.reasons().stream().map(QuarantineApi::view).toList())
                .with("call", Repairing.json(call.body()));
        call.repaired().ifPresent(text -> shape.with("repairedCall", Repairing.json(text)));
        return shape.with("now", effect(repairing.asIs(call)))
                .with("suggestion", effect(suggestion))
                .build();
    }

    private static Value.Fields view(Why why) {
        return new Shape()
                .with("reason", why.code())
                .with("meaning", Reasons.meaning(why.code()))
                .with("place", why.place())
                .build();
    }

    /** What would come of it: the call, whether it can be used, and what of the person would change. */
    private Value.Fields effect(Repairing.Tried tried) {
        var shape = new Shape()
                .with("id", tried.call().id())
                .with("usable", tried.isUsable())
                .with("repair", tried.repair().toValue())
                .with("call", Repairing.json(tried.call().text()));
        switch (tried.outcome()) {
            case CallReader.Outcome.Unusable(var reasons) ->
                shape.with("reasons", reasons.stream().map(QuarantineApi::view).toList());
            case CallReader.Outcome.Usable(var event, var parts) -> {
                shape.with("event", event.name())
                        .with("at", event.occurredAt())
                        .texts(
                                "identifiers",
                                event.identifiers().stream()
                                        .map(it -> it.address().text())
                                        .toList())
                        .with("reasons", parts.stream().map(QuarantineApi::view).toList());
                person(event, shape);
            }
        }
        return shape.build();
    }

    private void person(Event event, Shape shape) {
        Asking.Outcome outcome =
                engine.asking().ask(event.strongest().address(), Lane.URGENT, PersonMessage.WhoIs::new);
        if (!(outcome instanceof Asking.Outcome.Answered(Answers.Found found))) {
            shape.with("customer", Value.Nothing.NOTHING);
            return;
        }
        shape.with(
                "customer",
                engine.knowledge().addresses().idOf(found.customer()).text());
        var before = found.root().customer().profile();
        var after = before.with(event);
        var changes = new ArrayList<Value>();
        after.values().fields().forEach((name, value) -> {
            Optional<Value> old = before.value(name);
            if (old.equals(Optional.of(value))) return;
            changes.add(new Shape()
                    .with("trait", name)
                    .with("from", old.orElse(Value.Nothing.NOTHING))
                    .with("to", value)
                    .build());
        });
        shape.with("traits", changes);
    }
}
