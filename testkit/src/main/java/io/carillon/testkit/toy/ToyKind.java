package io.carillon.testkit.toy;

import io.carillon.core.codec.Codec;
import io.carillon.core.host.Address;
import io.carillon.core.host.Context;
import io.carillon.core.host.Effects;
import io.carillon.core.host.EntityKind;
import io.carillon.core.host.ParkId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Toys live at {@code NAME:KEY}. Pure but for what {@link Probe} does to them.
 *
 * @param name of the kind; two kinds with different names live side by side
 */
public record ToyKind(String name, Probe probe) implements EntityKind<ToyState, ToyMessage, ToyKnowledge> {

    @Override
    public boolean livesAt(Address address) {
        return address.kind().equals(name);
    }

    @Override
    public ToyState unborn(Address address) {
        return ToyState.UNBORN;
    }

    @Override
    public Effects<ToyState> handle(ToyState state, ToyMessage message, Context<ToyKnowledge> context) {
        probe.begin(context.self().text());
        var step = new ToyStep(state, context, probe);
        switch (message) {
            case ToyMessage.Do(var from, var number, var caller, var acts) -> {
                step.receive(from, number);
                step.act(acts, caller);
            }
            case ToyMessage.Redriven(var original, var park) -> {
                step.unmark(park);
                if (original instanceof ToyMessage.Do tried) step.act(tried.acts(), tried.caller());
            }
            case ToyMessage.Dismissed(var park) -> step.unmark(park);
            case ToyMessage.Woken() -> step.fire();
        }
        return step.effects();
    }

    @Override
    public Effects<ToyState> park(ToyState state, ToyMessage message, Context<ToyKnowledge> context, ParkId park) {
        var step = new ToyStep(state, context, probe);
        ToyMessage original = message;
        if (message instanceof ToyMessage.Redriven again) {
            step.unmark(again.park());
            original = again.original();
        } else if (message instanceof ToyMessage.Do received) {
            step.receive(received.from(), received.number());
        }
        step.mark(park);
        if (original instanceof ToyMessage.Do tried) step.answerParked(tried.caller());
        return step.effects();
    }

    @Override
    public ToyMessage redrive(ToyMessage message, ParkId park) {
        return new ToyMessage.Redriven(message instanceof ToyMessage.Redriven again ? again.original() : message, park);
    }

    @Override
    public ToyMessage dismiss(ParkId park) {
        return new ToyMessage.Dismissed(park);
    }

    @Override
    public Optional<Instant> wakeAt(ToyState state) {
        return state.timers().values().stream().min(Comparator.naturalOrder());
    }

    @Override
    public ToyMessage wakeUp() {
        return new ToyMessage.Woken();
    }

    @Override
    public Codec<ToyState> states() {
        return ToyState.CODEC;
    }

    @Override
    public Codec<ToyMessage> messages() {
        return ToyMessage.CODEC;
    }
}
