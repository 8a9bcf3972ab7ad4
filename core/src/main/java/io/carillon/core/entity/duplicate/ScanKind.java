package io.carillon.core.entity.duplicate;

import io.carillon.core.codec.Codec;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Effects;
import io.carillon.core.host.PlainKind;
import io.carillon.core.host.ReplyTo;
import java.util.Optional;

/** The record of searches for duplicates: a restart knows when the last one was. */
public final class ScanKind implements PlainKind<ScanState, ScanMessage, Knowledge> {
    public static final Address ADDRESS = new Address("duplicate-scan:main");

    @Override
    public String name() {
        return "duplicate-scan";
    }

    @Override
    public boolean livesAt(Address address) {
        return address.equals(ADDRESS);
    }

    @Override
    public ScanState unborn(Address address) {
        return ScanState.NONE;
    }

    @Override
    public Effects<ScanState> handle(ScanState state, ScanMessage message, Context<Knowledge> context) {
        ScanState after = switch (message) {
            case ScanMessage.Begin _ ->
                new ScanState(context.now(), Optional.empty(), state.customers(), state.pairs());
            case ScanMessage.End(var customers, var pairs, var _) ->
                new ScanState(state.startedAt(), Optional.of(context.now()), customers, pairs);
            case ScanMessage.Show _ -> state;
        };
        return Effects.of(after, new Effect.Answer(message.replyTo(), new ScanMessage.Answer(after)));
    }

    @Override
    public ScanMessage idle() {
        return new ScanMessage.Show(ReplyTo.NOBODY);
    }

    @Override
    public Codec<ScanState> states() {
        return ScanState.Stored.STATES;
    }

    @Override
    public Codec<ScanMessage> messages() {
        return ScanMessage.Stored.MESSAGES;
    }
}
