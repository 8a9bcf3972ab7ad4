package io.carillon.core.condition;

import io.carillon.core.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a person's traits by {@link Path}; a trait whose name is the whole path comes first. */
final class Traits {
    private Traits() {}

    static List<Value> at(Subject subject, String path) {
        Optional<Value> exact = subject.trait(path);
        if (exact.isPresent()) return List.of(exact.get());
        String root = Path.root(path);
        if (root.length() == path.length()) return List.of();
        return subject.trait(root)
                .map(value -> Path.in(new Value.Fields(Map.of(root, value)), path))
                .orElse(List.of());
    }
}
