package io.carillon.core.entity.webhook;

import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.Codec;
import io.carillon.core.decision.Backoff;
import io.carillon.core.entity.customer.CallOutcome;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.person.CustomerMessage;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Effects;
import io.carillon.core.host.PlainKind;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.message.DispatchId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A webhook: keeps the list of what its receiver is still to be told, after each attempt. */
public final class WebhookKind implements PlainKind<WebhookState, WebhookMessage, Knowledge> {
    public static final String KIND = "webhook";

    public static Address of(String webhook) {
        return Address.of(KIND, webhook);
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public boolean livesAt(Address address) {
        return address.kind().equals(KIND);
    }

    @Override
    public WebhookState unborn(Address address) {
        return WebhookState.NONE;
    }

    @Override
    public Effects<WebhookState> handle(WebhookState state, WebhookMessage message, Context<Knowledge> context) {
        var effects = new ArrayList<Effect>();
        String webhook = context.self().key();
        Instant now = context.now();
        WebhookState after = switch (message) {
            case WebhookMessage.Delivered(var call, var _) -> {
                WebhookCalls.remove(effects::add, call);
                tell(effects, call, CallOutcome.DELIVERED, "");
                yield state.withDelivered();
            }
            case WebhookMessage.Failed(var call, var detail, var retryAfter, var _) -> {
                WebhookCall next = next(call, detail, retryAfter, now);
                WebhookCalls.replace(effects::add, call, next);
                if (next.dead()) tell(effects, call, CallOutcome.DEAD, detail);
                yield next.dead() ? state.withDied() : state;
            }
            case WebhookMessage.Gone(var call, var detail, var _) -> {
                effects.add(new Effect.Put(WebhookCalls.DISABLED, webhook, Bytes.utf8(now + " " + detail)));
                WebhookCalls.replace(effects::add, call, call.later(0, now, detail));
                yield state;
            }
            case WebhookMessage.Redrive(var call, var _) -> {
                WebhookCalls.replace(effects::add, call, call.later(0, now, call.detail()));
                yield state;
            }
            case WebhookMessage.Forget(var call, var why, var _) -> {
                WebhookCalls.remove(effects::add, call);
                if (!call.dead()) tell(effects, call, CallOutcome.DEAD, why);
                yield state;
            }
            case WebhookMessage.Enable _ -> {
                effects.add(new Effect.Remove(WebhookCalls.DISABLED, webhook));
                yield state;
            }
            case WebhookMessage.Look _ -> state;
        };
        boolean isForgotten = message instanceof WebhookMessage.Forget;
        effects.add(new Effect.Answer(message.replyTo(), isForgotten ? new Answers.Forgotten(1) : new Answers.Noted()));
        return new Effects<>(after, effects);
    }

    /** The run that made it may wait for it. */
    private static void tell(List<Effect> effects, WebhookCall call, CallOutcome outcome, String detail) {
        if (call.customer().isEmpty() || call.asked().isEmpty()) return;
        CustomerRef customer = call.customer().get();
        var called = new CustomerMessage.Called(call.asked().get(), call.webhook(), call.id(), outcome, detail);
        effects.add(new Effect.Send(customer.address(), new PersonMessage.ToCustomer(customer, called)));
    }

    private static WebhookCall next(WebhookCall call, String detail, Duration retryAfter, Instant now) {
        int attempt = call.attempts() + 1;
        Optional<Duration> pause = Backoff.after(attempt, new DispatchId(call.id()), retryAfter);
        return pause.map(wait -> call.later(attempt, now.plus(wait), detail)).orElseGet(() -> call.died(now, detail));
    }

    @Override
    public WebhookMessage idle() {
        return new WebhookMessage.Look(ReplyTo.NOBODY);
    }

    @Override
    public Codec<WebhookState> states() {
        return WebhookState.Stored.STATES;
    }

    @Override
    public Codec<WebhookMessage> messages() {
        return WebhookMessage.Stored.MESSAGES;
    }
}
