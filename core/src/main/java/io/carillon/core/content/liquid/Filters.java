package io.carillon.core.content.liquid;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All filters by name. */
final class Filters {
    private static final Map<String, Filter.Spec> BY_NAME = byName();

    private Filters() {}

    static Optional<Filter.Spec> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    private static Map<String, Filter.Spec> byName() {
        Map<String, Filter.Spec> all = new LinkedHashMap<>();
        for (List<Filter.Spec> group : List.of(
                TextFilters.ALL,
                CutFilters.ALL,
                EncodeFilters.ALL,
                NumberFilters.ALL,
                ListFilters.ALL,
                PickFilters.ALL)) {
            for (Filter.Spec spec : group) all.put(spec.name(), spec);
        }
        return all;
    }
}
