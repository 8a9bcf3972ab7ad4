package io.carillon.core.host;

import java.util.List;

/**
 * The outcome of one step.
 *
 * @param state the entity's state from now on; the same object as before when nothing changed
 * @param effects in the order in which they are to happen
 */
public record Effects<S>(S state, List<Effect> effects) {
    public Effects {
        effects = List.copyOf(effects);
    }

    public static <S> Effects<S> of(S state, Effect... effects) {
        return new Effects<>(state, List.of(effects));
    }
}
