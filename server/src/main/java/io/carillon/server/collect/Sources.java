package io.carillon.server.collect;

import io.carillon.core.identity.IdentityRules;
import java.util.Optional;

/** What the edge asks of the workspace: which source a write key belongs to, and which identifiers name somebody. Thread-safe; asked for every request, so that a reload holds at once. */
@FunctionalInterface
public interface Sources {
    Optional<String> ofKey(String writeKey);

    default IdentityRules identity() {
        return IdentityRules.DEFAULT;
    }
}
