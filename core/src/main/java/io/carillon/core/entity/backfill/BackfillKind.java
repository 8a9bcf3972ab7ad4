package io.carillon.core.entity.backfill;

import io.carillon.core.codec.Codec;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Effects;
import io.carillon.core.host.PlainKind;
import io.carillon.core.host.ReplyTo;
import java.time.Instant;
import java.util.Optional;

/** The record of how far the back-fill is: what does it begins there again after a restart. */
public final class BackfillKind implements PlainKind<BackfillState, BackfillMessage, Knowledge> {
    public static final Address ADDRESS = new Address("backfill:main");

    @Override
    public String name() {
        return "backfill";
    }

    @Override
    public boolean livesAt(Address address) {
        return address.equals(ADDRESS);
    }

    @Override
    public BackfillState unborn(Address address) {
        return BackfillState.NONE;
    }

    @Override
    public Effects<BackfillState> handle(BackfillState state, BackfillMessage message, Context<Knowledge> context) {
        return switch (message) {
            case BackfillMessage.Begin(var version, var definitions, var customers, var replyTo) ->
                answered(
                        state.version().equals(version)
                                ? state
                                : state.begin(version, definitions, customers, context.now()),
                        replyTo);
            case BackfillMessage.Advance(var version, var cursor, var done, var finished, var replyTo) -> {
                Optional<Instant> finishedAt = finished ? Optional.of(context.now()) : Optional.empty();
                yield answered(state.version().equals(version) ? state.at(cursor, done, finishedAt) : state, replyTo);
            }
            case BackfillMessage.Show(var replyTo) -> answered(state, replyTo);
        };
    }

    private static Effects<BackfillState> answered(BackfillState state, ReplyTo replyTo) {
        return Effects.of(state, new Effect.Answer(replyTo, new BackfillMessage.Answer(state)));
    }

    @Override
    public BackfillMessage idle() {
        return new BackfillMessage.Show(ReplyTo.NOBODY);
    }

    @Override
    public Codec<BackfillState> states() {
        return BackfillState.Stored.BACKFILLS;
    }

    @Override
    public Codec<BackfillMessage> messages() {
        return BackfillMessage.Stored.MESSAGES;
    }
}
