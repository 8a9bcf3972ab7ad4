package io.carillon.server.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next the cursor of the part after it; none at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * Of one item more than was asked for, which says that there is more.
     *
     * @param found at most {@code limit + 1}, in order
     * @param key of an item, after which the next part begins
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<? super T, String> key) {
        if (found.size() <= limit) return new Page<>(found, Optional.empty());
        List<T> items = found.subList(0, limit);
        return new Page<>(items, Optional.of(Paging.cursor(key.apply(items.getLast()))));
    }

    public <U> Page<U> map(Function<? super T, ? extends U> change) {
        return new Page<>(items.stream().<U>map(change).toList(), next);
    }
}
