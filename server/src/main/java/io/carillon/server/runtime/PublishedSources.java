package io.carillon.server.runtime;

import io.carillon.core.condition.NumericPaths;
import io.carillon.core.definition.Secret;
import io.carillon.core.definition.SourceDefinition;
import io.carillon.core.definition.Workspace;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.identity.IdentityRules;
import io.carillon.server.collect.Sources;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the edge asks of the workspace that is published at that moment. */
record PublishedSources(Supplier<Optional<Workspace>> workspace, Supplier<Knowledge> knowledge) implements Sources {
    /** Takes as long for a wrong key as for a right one. */
    @Override
    public Optional<String> ofKey(String writeKey) {
        byte[] given = writeKey.getBytes(StandardCharsets.UTF_8);
        Optional<String> found = Optional.empty();
        for (SourceDefinition source :
                workspace.get().map(Workspace::sources).map(Map::values).orElse(List.of())) {
            Secret known = source.writeKey();
            if (MessageDigest.isEqual(given, known.value().getBytes(StandardCharsets.UTF_8)))
                found = Optional.of(source.id());
        }
        return found;
    }

    @Override
    public NumericPaths numericPaths() {
        return knowledge.get().numericPaths();
    }

    @Override
    public IdentityRules identity() {
        return knowledge.get().identity();
    }
}
