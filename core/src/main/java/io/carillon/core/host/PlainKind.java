package io.carillon.core.host;

import java.time.Instant;
import java.util.Optional;

/**
 * A kind that wants no wake-up, and whose steps do no more than set fields: a failure is a bug that changes nothing, so
 * there is nothing to mark.
 */
public interface PlainKind<S, M extends Message, K> extends EntityKind<S, M, K> {
    /** A message that changes nothing. */
    M idle();

    @Override
    default Effects<S> park(S state, M message, Context<K> context, ParkId park) {
        return Effects.of(state);
    }

    @Override
    default M redrive(M message, ParkId park) {
        return message;
    }

    @Override
    default M dismiss(ParkId park) {
        return idle();
    }

    @Override
    default Optional<Instant> wakeAt(S state) {
        return Optional.empty();
    }

    @Override
    default M wakeUp() {
        return idle();
    }
}
