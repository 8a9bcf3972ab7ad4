package io.carillon.server.collect;

import io.carillon.core.condition.NumericPaths;
import io.carillon.core.identity.IdentityRules;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the edge asks of the workspace: which source a write key belongs to, which identifiers name somebody, where numbers
 * are expected. Thread-safe; asked for every request, so that a reload holds at once.
 */
@FunctionalInterface
public interface Sources {
    Optional<String> ofKey(String writeKey);

    /** Where definitions compare numbers. */
    default NumericPaths numericPaths() {
        return NumericPaths.NONE;
    }

    /** How the calls of a source are cleansed and checked. */
    default SourceRules rules(String source) {
        return SourceRules.STANDARD;
    }

    default IdentityRules identity() {
        return IdentityRules.DEFAULT;
    }

    /** The same, but for keys that are none. */
    default Sources except(Predicate<String> refused) {
        Sources all = this;
        return new Sources() {
            @Override
            public Optional<String> ofKey(String writeKey) {
                return refused.test(writeKey) ? Optional.empty() : all.ofKey(writeKey);
            }

            @Override
            public IdentityRules identity() {
                return all.identity();
            }

            @Override
            public SourceRules rules(String source) {
                return all.rules(source);
            }

            @Override
            public NumericPaths numericPaths() {
                return all.numericPaths();
            }
        };
    }
}
