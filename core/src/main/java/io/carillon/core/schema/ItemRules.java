package io.carillon.core.schema;

import io.carillon.core.value.Value;
import java.util.List;

/** Keywords for lists; other values pass. */
final class ItemRules {
    /** Comparing each with each; a longer list is not compared. */
    private static final int UNIQUE_ITEMS_MAX = 1_000;

    private ItemRules() {}

    static Rule minItems(int min) {
        return (value, in) -> {
            if (value instanceof Value.Items(var items) && items.size() < min) {
                in.wrong("has %d items; expected at least %d".formatted(items.size(), min));
            }
        };
    }

    static Rule maxItems(int max) {
        return (value, in) -> {
            if (value instanceof Value.Items(var items) && items.size() > max) {
                in.wrong("has %d items; expected at most %d".formatted(items.size(), max));
            }
        };
    }

    static Rule unique() {
        return (value, in) -> {
            if (!(value instanceof Value.Items(var items))) return;
            int size = Math.min(items.size(), UNIQUE_ITEMS_MAX);
            for (int i = 0; i < size; i++) {
                for (int j = i + 1; j < size; j++) {
                    if (!Same.same(items.get(i), items.get(j))) continue;
                    in.wrong("has the same item twice, at %d and %d".formatted(i, j));
                    return;
                }
            }
        };
    }

    static Rule prefix(List<Schema> schemas) {
        return (value, in) -> {
            if (!(value instanceof Value.Items(var items))) return;
            for (int i = 0; i < Math.min(items.size(), schemas.size()); i++) {
                schemas.get(i).check(items.get(i), Integer.toString(i), in);
            }
        };
    }

    static Rule rest(int from, Schema schema) {
        return (value, in) -> {
            if (!(value instanceof Value.Items(var items))) return;
            for (int i = from; i < items.size(); i++) schema.check(items.get(i), Integer.toString(i), in);
        };
    }

    static Rule contains(Schema schema, int min, int max) {
        return (value, in) -> {
            if (!(value instanceof Value.Items(var items))) return;
            long matching =
                    items.stream().filter(item -> schema.holds(item, in)).count();
            if (matching < min || matching > max) {
                in.wrong("has %d items that match \"contains\"; expected %s"
                        .formatted(
                                matching,
                                max == Integer.MAX_VALUE ? "at least " + min : "%d to %d".formatted(min, max)));
            }
        };
    }
}
