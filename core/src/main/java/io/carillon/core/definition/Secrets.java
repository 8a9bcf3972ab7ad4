package io.carillon.core.definition;

import java.util.Optional;

/** Where the values of {@code ${env:NAME}} and {@code ${file:PATH}} come from. */
public interface Secrets {
    /** The value of an environment variable, if it is set. */
    Optional<String> env(String name);

    /** The content of a file, if it can be read; a line break at its end does not belong to the secret. */
    Optional<String> file(String path);

    /** Whether the values are those that are meant. If not, as when an old version is read again, they have no form to keep. */
    default boolean areReal() {
        return true;
    }
}
