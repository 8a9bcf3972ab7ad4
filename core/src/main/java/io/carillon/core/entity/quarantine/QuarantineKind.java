package io.carillon.core.entity.quarantine;

import io.carillon.core.codec.Codec;
import io.carillon.core.definition.Retention;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.Answers;
import io.carillon.core.entity.quarantine.QuarantinedCall.Status;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Effects;
import io.carillon.core.host.PlainKind;
import io.carillon.core.host.ReplyTo;
import java.util.Optional;

/** Keeps one call that could not be used until somebody uses it, gives it up, or it is too old. */
public final class QuarantineKind implements PlainKind<QuarantineState, QuarantineMessage, Knowledge> {
    public static final String KIND = "quarantine";

    /** Where the call of this id is. */
    public static Address of(String id) {
        return Address.of(KIND, id);
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
    public QuarantineState unborn(Address address) {
        return QuarantineState.NOTHING;
    }

    @Override
    public Effects<QuarantineState> handle(
            QuarantineState state, QuarantineMessage message, Context<Knowledge> context) {
        return switch (message) {
            case QuarantineMessage.Keep(var call, var replyTo) ->
                state.call().isPresent() ? shown(state, replyTo) : stored(call, replyTo);
            case QuarantineMessage.Repair(var text, var name, var at, var replyTo) ->
                open(state)
                        .map(call -> stored(call.repaired(text, name, at, context.now()), replyTo))
                        .orElseGet(() -> shown(state, replyTo));
            case QuarantineMessage.Settle(var status, var replyTo) ->
                open(state)
                        .map(call -> stored(call.with(status, context.now()), replyTo))
                        .orElseGet(() -> shown(state, replyTo));
            case QuarantineMessage.Forget(var replyTo) ->
                state.call()
                        .filter(call -> isTooOld(call, context))
                        .map(call -> forgotten(call, replyTo))
                        .orElseGet(() -> Effects.of(state, new Effect.Answer(replyTo, new Answers.Forgotten(0))));
            case QuarantineMessage.Show(var replyTo) -> shown(state, replyTo);
        };
    }

    private static Optional<QuarantinedCall> open(QuarantineState state) {
        return state.call().filter(call -> call.status() == Status.OPEN);
    }

    private static boolean isTooOld(QuarantinedCall call, Context<Knowledge> context) {
        return context.knowledge().retention().isOver(Retention.Kind.QUARANTINE, call.changedAt(), context.now());
    }

    private static Effects<QuarantineState> stored(QuarantinedCall call, ReplyTo replyTo) {
        var row = QuarantineRow.Stored.ROWS.encode(QuarantineRow.of(call));
        return Effects.of(
                QuarantineState.of(call),
                new Effect.Put(QuarantineRow.TABLE, QuarantineRow.key(call), row),
                new Effect.Answer(replyTo, new QuarantineMessage.Answer(Optional.of(call))));
    }

    private static Effects<QuarantineState> forgotten(QuarantinedCall call, ReplyTo replyTo) {
        return Effects.of(
                QuarantineState.NOTHING,
                new Effect.Remove(QuarantineRow.TABLE, QuarantineRow.key(call)),
                new Effect.Answer(replyTo, new Answers.Forgotten(1)));
    }

    private static Effects<QuarantineState> shown(QuarantineState state, ReplyTo replyTo) {
        return Effects.of(state, new Effect.Answer(replyTo, new QuarantineMessage.Answer(state.call())));
    }

    @Override
    public QuarantineMessage idle() {
        return new QuarantineMessage.Show(ReplyTo.NOBODY);
    }

    @Override
    public Codec<QuarantineState> states() {
        return QuarantineState.Stored.STATES;
    }

    @Override
    public Codec<QuarantineMessage> messages() {
        return QuarantineMessage.Stored.MESSAGES;
    }
}
