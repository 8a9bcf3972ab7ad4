package io.carillon.testkit.law;

import io.carillon.testkit.property.Chance;
import io.carillon.testkit.property.Generator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Something that happens in a history.
 *
 * @param slot when: that many times {@link #SLOT} after the beginning
 */
public record Timed<A>(int slot, A act) {
    public static final Duration SLOT = Duration.ofSeconds(20);

    /** Some acts in the order of their times, with pauses picked from those given. */
    static <A> List<Timed<A>> list(
            Chance chance, int sizeMin, int sizeMax, List<Integer> pauses, Generator<? extends A> acts) {
        var list = new ArrayList<Timed<A>>();
        int slot = 0;
        for (int i = chance.between(sizeMin, sizeMax); i > 0; i--) {
            slot += chance.pick(pauses);
            list.add(new Timed<>(slot, acts.from(chance)));
        }
        return Collections.unmodifiableList(list);
    }
}
