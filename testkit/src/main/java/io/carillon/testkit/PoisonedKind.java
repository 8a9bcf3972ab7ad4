package io.carillon.testkit;

import io.carillon.core.codec.Codec;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effects;
import io.carillon.core.host.EntityKind;
import io.carillon.core.host.Message;
import io.carillon.core.host.ParkId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** A kind whose handler fails over some messages, as if it had a bug there. */
public final class PoisonedKind<S, M extends Message, K> implements EntityKind<S, M, K> {
    private final EntityKind<S, M, K> kind;
    private final Predicate<M> isPoison;

    public PoisonedKind(EntityKind<S, M, K> kind, Predicate<M> isPoison) {
        this.kind = kind;
        this.isPoison = isPoison;
    }

    @Override
    public Effects<S> handle(S state, M message, Context<K> context) {
        Effects<S> effects = kind.handle(state, message, context);
        if (isPoison.test(message)) throw new IllegalStateException("poison");
        return effects;
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public boolean livesAt(Address address) {
        return kind.livesAt(address);
    }

    @Override
    public S unborn(Address address) {
        return kind.unborn(address);
    }

    @Override
    public Effects<S> park(S state, M message, Context<K> context, ParkId park) {
        return kind.park(state, message, context, park);
    }

    @Override
    public M redrive(M message, ParkId park) {
        return kind.redrive(message, park);
    }

    @Override
    public M dismiss(ParkId park) {
        return kind.dismiss(park);
    }

    @Override
    public Optional<Instant> wakeAt(S state) {
        return kind.wakeAt(state);
    }

    @Override
    public M wakeUp() {
        return kind.wakeUp();
    }

    @Override
    public Codec<S> states() {
        return kind.states();
    }

    @Override
    public Codec<M> messages() {
        return kind.messages();
    }
}
