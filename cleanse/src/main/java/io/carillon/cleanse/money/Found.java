package io.carillon.cleanse.money;

import io.carillon.cleanse.money.Mentions.Mention;
import io.carillon.cleanse.number.Figures.Figure;
import java.util.Optional;

/**
 * A figure of a text with what belongs to it.
 *
 * @param place of the figure among the figures
 * @param scale that makes it larger
 */
record Found(int place, Figure figure, Optional<Mention> before, Optional<Scale> scale, Optional<Mention> behind) {
    boolean hasCurrency() {
        return before.isPresent() || behind.isPresent();
    }

    int start() {
        return before.map(Mention::start).orElse(figure.start());
    }

    /** Past the figure and its scale. */
    int amountEnd() {
        return scale.map(Scale::end).orElse(figure.end());
    }

    int end() {
        return behind.map(Mention::end).orElse(amountEnd());
    }
}
