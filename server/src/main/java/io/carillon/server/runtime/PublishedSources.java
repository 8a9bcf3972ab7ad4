package io.carillon.server.runtime;

import io.carillon.core.condition.NumericPaths;
import io.carillon.core.definition.Secret;
import io.carillon.core.definition.SourceDefinition;
import io.carillon.core.definition.TrackingPlan;
import io.carillon.core.definition.Workspace;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.identity.IdentityRules;
import io.carillon.server.cleansing.FieldRules;
import io.carillon.server.collect.SourceRules;
import io.carillon.server.collect.Sources;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What the edge asks of the workspace that is published at that moment. */
final class PublishedSources implements Sources {
    private final Supplier<Optional<Workspace>> workspace;
    private final Supplier<Knowledge> knowledge;
    private volatile Rules rules = new Rules(Optional.empty(), Map.of());

    /** What a workspace says of its sources. */
    private record Rules(Optional<Workspace> of, Map<String, SourceRules> bySource) {}

    PublishedSources(Supplier<Optional<Workspace>> workspace, Supplier<Knowledge> knowledge) {
        this.workspace = workspace;
        this.knowledge = knowledge;
    }

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
    public SourceRules rules(String source) {
        Optional<Workspace> now = workspace.get();
        Rules known = rules;
        if (!isSame(known.of, now)) {
            known = new Rules(now, now.map(PublishedSources::rulesIn).orElse(Map.of()));
            rules = known; // two threads may work it out both: it comes to the same
        }
        return known.bySource.getOrDefault(source, SourceRules.STANDARD);
    }

    @SuppressWarnings("ReferenceEquality") // comparing what it says would take longer than working it out
    private static boolean isSame(Optional<Workspace> one, Optional<Workspace> other) {
        return one.orElse(null) == other.orElse(null);
    }

    private static Map<String, SourceRules> rulesIn(Workspace workspace) {
        var bySource = new HashMap<String, SourceRules>();
        for (SourceDefinition source : workspace.sources().values()) {
            List<TrackingPlan> plans = workspace.plans().values().stream()
                    .filter(plan -> plan.isFor(source.id()))
                    .toList();
            var fields = FieldRules.of(source, plans, workspace.identity().country());
            bySource.put(source.id(), new SourceRules(fields, plans));
        }
        return bySource;
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
