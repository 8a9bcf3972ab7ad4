package io.carillon.testkit.simulation;

import io.carillon.core.codec.Bytes;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effect;
import io.carillon.core.host.Effects;
import io.carillon.core.host.EntityKind;
import io.carillon.core.host.Limits;
import io.carillon.core.host.Message;
import io.carillon.core.host.ParkId;
import io.carillon.core.host.ParkedMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One step of one entity: computed first, without a trace in the store; then committed whole. */
final class Step<S, M extends Message, K> {
    private final Kinds<K> kinds;
    private final EntityKind<S, M, K> kind;
    private final Store store;
    private final Context<K> context;
    private final Bytes message;

    Step(Kinds<K> kinds, EntityKind<S, M, K> kind, Store store, Context<K> context, Bytes message) {
        this.kinds = kinds;
        this.kind = kind;
        this.store = store;
        this.context = context;
        this.message = message;
    }

    /** What a step does to its entity and to others, in stored form. */
    record Outcome(
            Address self,
            Bytes state,
            Optional<Instant> wakeAt,
            List<Effect> effects,
            List<Bytes> sent,
            Optional<Store.Parked> parked) {}

    /** Throws what the handler throws, or what the limits forbid. */
    Outcome handle(boolean twice) {
        S before = state();
        Effects<S> effects = kind.handle(before, message(), context);
        if (twice && !effects.equals(kind.handle(state(), message(), context))) {
            throw new BrokenContract("%s handles %s in two ways".formatted(context.self(), message()));
        }
        if (effects.effects().size() > Limits.EFFECTS_MAX) {
            throw new IllegalStateException("%d effects in one step, allowed are %d"
                    .formatted(effects.effects().size(), Limits.EFFECTS_MAX));
        }
        Outcome outcome = outcome(effects, Optional.empty());
        if (outcome.state().size() > Limits.STATE_BYTES_MAX) {
            throw new IllegalStateException("a state of %d bytes, allowed are %d"
                    .formatted(outcome.state().size(), Limits.STATE_BYTES_MAX));
        }
        return outcome;
    }

    Outcome park(Throwable cause) {
        var id = new ParkId("park-" + (store.parkedEver + 1));
        String type = message().getClass().getSimpleName();
        var about = new ParkedMessage(id, context.self(), type, String.valueOf(cause.getMessage()), context.now());
        return outcome(kind.park(state(), message(), context, id), Optional.of(new Store.Parked(about, message)));
    }

    private Outcome outcome(Effects<S> effects, Optional<Store.Parked> parked) {
        var sent = new ArrayList<Bytes>();
        for (Effect effect : effects.effects()) {
            if (effect instanceof Effect.Send(var to, var told)) sent.add(kinds.encode(to, told));
        }
        return new Outcome(
                context.self(),
                Kinds.roundTrip(kind.states(), effects.state()),
                kind.wakeAt(effects.state()),
                effects.effects(),
                sent,
                parked);
    }

    private S state() {
        return Optional.ofNullable(store.states.get(context.self()))
                .map(kind.states()::decode)
                .orElseGet(() -> kind.unborn(context.self()));
    }

    private M message() {
        return kind.messages().decode(message);
    }
}
