package io.carillon.core.content.liquid;

import java.util.List;

/** A function on values. Input and arguments have been charged for; whatever grows beyond them the filter charges itself. */
@FunctionalInterface
interface Filter {
    /** The input, changed; a {@link Problem} when it cannot work on what it was given. */
    Val apply(Val input, Arguments arguments);

    /** A filter with the number of arguments it takes by place, and the names of those it takes by name. */
    record Spec(String name, int argumentsMin, int argumentsMax, List<String> named, Filter filter) {}

    static Spec spec(String name, int min, int max, Filter filter) {
        return new Spec(name, min, max, List.of(), filter);
    }
}
