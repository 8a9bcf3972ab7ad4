package io.carillon.core.content.liquid;

import java.util.Optional;

/**
 * Where {@code include} and {@code render} find templates by name. Names written as literals are looked up when the template
 * is parsed; names that are computed, when it is rendered, maybe on many threads: answer from something that does not change.
 */
@FunctionalInterface
public interface Partials {
    Partials NONE = name -> Optional.empty();

    /** The source of the partial of that name; empty when there is none, which is an error of the template. */
    Optional<String> find(String name);
}
