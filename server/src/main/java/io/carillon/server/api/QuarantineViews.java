package io.carillon.server.api;

import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.entity.quarantine.QuarantineRow;
import io.carillon.core.entity.quarantine.QuarantinedCall;
import io.carillon.core.entity.quarantine.QuarantinedCall.Why;
import io.carillon.core.event.Event;
import io.carillon.core.host.Lane;
import io.carillon.core.value.Value;
import io.carillon.server.collect.CallReader;
import io.carillon.server.collect.Reasons;
import io.carillon.server.quarantine.Repairing;
import io.carillon.server.quarantine.Replay;
import io.carillon.server.runtime.Asking;
import io.carillon.server.runtime.Engine;
import java.util.ArrayList;
import java.util.Optional;

/** Calls in quarantine as the API shows them, with what would come of them. */
final class QuarantineViews {
    private final Engine engine;
    private final Repairing repairing;

    QuarantineViews(Engine engine, Repairing repairing) {
        this.engine = engine;
        this.repairing = repairing;
    }

    static Value.Fields view(Replay.Progress progress) {
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

    static Value.Fields view(QuarantineRow row) {
        return new Shape()
                .with("id", row.id())
                .with("source", row.source())
                .with("receivedAt", row.receivedAt())
                .with("at", row.at())
                .with("name", row.name())
                .texts("reasons", row.reasons())
                .with("repaired", row.isRepaired())
                .with("status", QuarantineApi.word(row.status()))
                .build();
    }

    Value.Fields whole(QuarantinedCall call) {
        Repairing.Tried suggestion = repairing.suggested(call, engine.now());
        var shape = new Shape()
                .with("id", call.id())
                .with("source", call.source())
                .with("receivedAt", call.receivedAt())
                .with("at", call.at())
                .with("name", call.name())
                .with("status", QuarantineApi.word(call.status()))
                .with("changedAt", call.changedAt())
                .with(
                        "reasons",
                        call.reasons().stream().map(QuarantineViews::view).toList())
                .with("call", Repairing.json(call.body()));
        call.repaired().ifPresent(text -> shape.with("repairedCall", Repairing.json(text)));
        return shape.with("now", effect(repairing.asIs(call)))
                .with("suggestion", effect(suggestion))
                .build();
    }

    static Value.Fields view(Why why) {
        return new Shape()
                .with("reason", why.code())
                .with("meaning", Reasons.meaning(why.code()))
                .with("place", why.place())
                .build();
    }

    /** What would come of it: the call, whether it can be used, and what of the person would change. */
    Value.Fields effect(Repairing.Tried tried) {
        var shape = new Shape()
                .with("id", tried.call().id())
                .with("usable", tried.isUsable())
                .with("repair", tried.repair().toValue())
                .with("call", Repairing.json(tried.call().text()));
        switch (tried.outcome()) {
            case CallReader.Outcome.Unusable(var reasons) ->
                shape.with(
                        "reasons", reasons.stream().map(QuarantineViews::view).toList());
            case CallReader.Outcome.Usable(var event, var parts) -> {
                shape.with("event", event.name())
                        .with("at", event.occurredAt())
                        .texts(
                                "identifiers",
                                event.identifiers().stream()
                                        .map(it -> it.address().text())
                                        .toList())
                        .with(
                                "reasons",
                                parts.stream().map(QuarantineViews::view).toList());
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
