package io.carillon.core.entity.retention;

import io.carillon.core.codec.Codec;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Effects;
import io.carillon.core.host.PlainKind;
import io.carillon.core.host.ReplyTo;

/** The record of what was too old: whoever takes it out goes on there after a restart. */
public final class RetentionKind implements PlainKind<RetentionState, RetentionMessage, Knowledge> {
    public static final Address ADDRESS = new Address("retention:main");

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public boolean livesAt(Address address) {
        return address.equals(ADDRESS);
    }

    @Override
    public RetentionState unborn(Address address) {
        return RetentionState.NONE;
    }

    @Override
    public Effects<RetentionState> handle(RetentionState state, RetentionMessage message, Context<Knowledge> context) {
        RetentionState after = switch (message) {
            case RetentionMessage.Begin _ ->
                state.isFinished() ? state.begin(context.knowledge().retention(), context.now()) : state;
            case RetentionMessage.Advance(var stage, var cursor, var removed, var _) ->
                state.isFinished() ? state : state.at(stage, cursor, removed);
            case RetentionMessage.End _ -> state.isFinished() ? state : state.ended(context.now());
            case RetentionMessage.Show _ -> state;
        };
        return Effects.of(after, new Effect.Answer(message.replyTo(), new RetentionMessage.Answer(after)));
    }

    @Override
    public RetentionMessage idle() {
        return new RetentionMessage.Show(ReplyTo.NOBODY);
    }

    @Override
    public Codec<RetentionState> states() {
        return RetentionState.Stored.RETENTIONS;
    }

    @Override
    public Codec<RetentionMessage> messages() {
        return RetentionMessage.Stored.MESSAGES;
    }
}
