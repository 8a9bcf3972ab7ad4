package io.carillon.server.collect;

import java.util.Optional;

/** Which source a write key belongs to. Thread-safe; asked for every request, so that a reload holds at once. */
@FunctionalInterface
public interface Sources {
    Optional<String> ofKey(String writeKey);
}
