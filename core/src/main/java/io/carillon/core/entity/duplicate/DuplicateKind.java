package io.carillon.core.entity.duplicate;

import io.carillon.core.codec.Codec;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Effects;
import io.carillon.core.host.PlainKind;
import io.carillon.core.host.ReplyTo;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.identity.SecretKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A pair of customers that may be one person, and the list of such pairs. What was decided stays decided. */
public final class DuplicateKind implements PlainKind<DuplicateState, DuplicateMessage, Knowledge> {
    public static final String KIND = "duplicate";

    /** The id of a pair; it gives nobody away. */
    public static String id(SecretKey key, CustomerRef one, CustomerRef other) {
        boolean isInOrder = one.isStrongerThan(other);
        CustomerRef first = isInOrder ? one : other;
        CustomerRef second = isInOrder ? other : one;
        return key.hash(KIND, first.key() + "\n" + second.key());
    }

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
    public DuplicateState unborn(Address address) {
        return DuplicateState.NONE;
    }

    @Override
    public Effects<DuplicateState> handle(DuplicateState state, DuplicateMessage message, Context<Knowledge> context) {
        DuplicateState after = switch (message) {
            case DuplicateMessage.Suggest(var suggestion, var _) -> {
                boolean isDecided = state.status() != DuplicateStatus.OPEN;
                yield isDecided ? state : new DuplicateState(Optional.of(suggestion), DuplicateStatus.OPEN);
            }
            case DuplicateMessage.Withdraw _ -> state.isOpen() ? DuplicateState.NONE : state;
            case DuplicateMessage.Decide(var status, var _) ->
                state.isOpen() ? new DuplicateState(state.suggestion().map(Suggestion::withoutReasons), status) : state;
            case DuplicateMessage.Show _ -> state;
        };
        List<Effect> effects = new ArrayList<>();
        if (!after.equals(state)) {
            String id = context.self().key();
            state.suggestion().ifPresent(row -> effects.add(DuplicateRow.remove(id, row, state.status())));
            after.suggestion().ifPresent(row -> effects.add(DuplicateRow.put(id, row, after.status())));
        }
        effects.add(new Effect.Answer(message.replyTo(), new DuplicateMessage.Answer(after)));
        return new Effects<>(after, effects);
    }

    @Override
    public DuplicateMessage idle() {
        return new DuplicateMessage.Show(ReplyTo.NOBODY);
    }

    @Override
    public Codec<DuplicateState> states() {
        return DuplicateState.Stored.STATES;
    }

    @Override
    public Codec<DuplicateMessage> messages() {
        return DuplicateMessage.Stored.MESSAGES;
    }
}
