package io.carillon.testkit.property;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Names smaller values to try in place of a failing one. */
@FunctionalInterface
public interface Shrinker<T> {

    /** Smaller values, the smallest first; empty when there is none. */
    List<T> smaller(T value);

    static <T> Shrinker<T> none() {
        return _ -> List.of();
    }

    /** Leaves out half of a history, then quarters, down to single elements; keeps the order of the rest. */
    static <E> Shrinker<List<E>> lists() {
        return history -> {
            var candidates = new ArrayList<List<E>>();
            for (int length = history.size(); length >= 1; length /= 2) {
                for (int from = 0; from < history.size(); from += length) {
                    var rest = new ArrayList<>(history.subList(0, from));
                    rest.addAll(history.subList(Math.min(history.size(), from + length), history.size()));
                    candidates.add(Collections.unmodifiableList(rest));
                }
            }
            return candidates;
        };
    }
}
