package io.carillon.core.entity.journey;

import io.carillon.core.content.Composer.Composition;
import io.carillon.core.content.Payload;
import io.carillon.core.decision.IntentKey;
import io.carillon.core.entity.customer.CallOutcome;
import io.carillon.core.entity.customer.Composing;
import io.carillon.core.entity.customer.HistoryEntry;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.turn.Turn;
import io.carillon.core.entity.webhook.WebhookCall;
import io.carillon.core.entity.webhook.WebhookCalls;
import io.carillon.core.journey.JourneyDefinition;
import io.carillon.core.journey.Run;
import io.carillon.core.journey.RunPosition;
import io.carillon.core.journey.Step;
import io.carillon.core.journey.StepId;
import io.carillon.core.message.Content;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What journeys tell webhooks: rows of the same outbox as facts, written in the step in which the run came by, tried as
 * often. Whatever comes of it is recorded, and no run ends by it.
 */
public final class Calls {
    /** What such a call is named in its body and in lists. */
    static final String TYPE = "journey.webhook";

    private Calls() {}

    /** Puts it into the outbox; gives its id, or nothing when there is nothing to tell. */
    static Optional<String> make(Turn turn, Run run, Step.Call call) {
        switch (compose(turn, run, call)) {
            case Composition.NotComposed(var why) -> {
                record(turn, run, call, CallOutcome.NOT_MADE, why);
                return Optional.empty();
            }
            case Composition.Composed(var content, var _) -> {
                String body = content instanceof Content.Plain(var text) ? text.strip() : "";
                String id = WebhookCalls.id(turn.id(), hash(turn, run, call.id()));
                var asked = new IntentKey(run.key(), call.id());
                WebhookCalls.put(
                        turn::add,
                        WebhookCall.first(call.webhook(), id, TYPE, turn.now(), body)
                                .of(turn.self(), Optional.of(asked)));
                record(turn, run, call, CallOutcome.ASKED, "");
                return Optional.of(id);
            }
        }
    }

    /** What came of it, as the webhook says. */
    public static void on(Turn turn, CustomerMessage.Called called) {
        turn.record(new HistoryEntry.Called(
                turn.now(), called.asked(), called.webhook(), called.outcome(), called.detail()));
        Journeys.onCalled(turn, called.asked().run(), called.call());
    }

    /** The run goes on though nobody knows what came of it. */
    public static void late(Turn turn, Run run, Optional<JourneyDefinition> journey) {
        if (!(run.position() instanceof RunPosition.Calling) || journey.isEmpty()) return;
        if (run.step() < journey.get().steps().size()
                && journey.get().steps().get(run.step()) instanceof Step.Call call) {
            record(turn, run, call, CallOutcome.LATE, "no answer in time; it is still tried");
        }
    }

    private static Composition compose(Turn turn, Run run, Step.Call call) {
        if (call.body().isEmpty())
            return new Composition.Composed(new Content.Plain(plain(turn, run, call.id())), List.of());
        Optional<Payload> payload = turn.knowledge().payload(call.body().get());
        if (payload.isEmpty()) return new Composition.NotComposed("its journey is not published any more");
        Value.Fields data = new Composing(turn.root(), turn.knowledge(), turn.now())
                .data(run.events(), Optional.empty())
                .with("run", where(turn, run, call.id()));
        return payload.get().compose(data, turn.now(), turn.zone());
    }

    private static String plain(Turn turn, Run run, StepId step) {
        var body = new LinkedHashMap<String, Value>();
        body.put("type", Value.of(TYPE));
        body.put("timestamp", Value.of(turn.now().toString()));
        body.put("data", where(turn, run, step).with("event", run.event()));
        return Json.write(Value.of(body));
    }

    private static Value.Fields where(Turn turn, Run run, StepId step) {
        var where = new LinkedHashMap<String, Value>();
        where.put("customer", Value.of(turn.id().text()));
        where.put("journey", Value.of(run.key().journey().text()));
        where.put("key", Value.of(run.key().key()));
        where.put("step", Value.of(step.text()));
        return new Value.Fields(where);
    }

    /** A run comes by a step once, so this names the call in every replay. */
    private static String hash(Turn turn, Run run, StepId step) {
        String what = run.key() + "/" + run.started() + "/" + run.version() + "/" + step.text();
        return turn.knowledge().addresses().key().hash("call", what);
    }

    private static void record(Turn turn, Run run, Step.Call call, CallOutcome outcome, String detail) {
        var asked = new IntentKey(run.key(), call.id());
        turn.record(new HistoryEntry.Called(turn.now(), asked, call.webhook(), outcome, detail));
    }
}
