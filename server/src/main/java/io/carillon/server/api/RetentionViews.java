package io.carillon.server.api;

import io.carillon.core.condition.Lookback;
import io.carillon.core.condition.Occurrence;
import io.carillon.core.definition.Retention;
import io.carillon.core.entity.backfill.BackfillState;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.retention.RetentionList;
import io.carillon.core.entity.retention.RetentionState;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.value.Value;
import io.carillon.server.runtime.Engine;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** How long things are kept, and what went. */
final class RetentionViews {
    private static final String FOREVER = "forever";

    private RetentionViews() {}

    static Value.Fields of(Engine engine) {
        RetentionState state = engine.retention();
        var limits = new Shape();
        for (Retention.Kind kind : Retention.Kind.values()) {
            limits.with(
                    kind.word(),
                    engine.knowledge()
                            .retention()
                            .of(kind)
                            .map(limit -> limit.toDays() + "d")
                            .orElse(FOREVER));
        }
        var removed = new Shape();
        for (RetentionList stage : RetentionList.values()) {
            removed.with(stage.name().toLowerCase(Locale.ROOT), state.removed().getOrDefault(stage, 0L));
        }
        return new Shape()
                .with("limits", limits.build())
                .with("state", state.isFinished() ? "done" : "running")
                .with("startedAt", state.startedAt())
                .with("finishedAt", state.finishedAt().map(Instant::toString))
                .with("removed", removed.build())
                .build();
    }

    /**
     * What happened before this was not there to be counted when a segment was new or changed, though it asks for it. Nothing
     * when all was, or when all that was not is out of the window by now.
     */
    static Optional<Instant> countedFrom(SegmentDefinition segment, BackfillState backfill, Engine engine) {
        Knowledge knowledge = engine.knowledge();
        Instant latest = Instant.MIN;
        for (Occurrence.Kind kind : Occurrence.Kind.values()) {
            Optional<Instant> limit = knowledge.retention().before(Retention.Kind.of(kind), backfill.startedAt());
            boolean isMissed = limit.isPresent()
                    && Lookback.isBefore(segment.when(), kind, limit.get(), engine.now(), knowledge.zone());
            if (isMissed && limit.get().isAfter(latest)) latest = limit.get();
        }
        return latest.equals(Instant.MIN) ? Optional.empty() : Optional.of(latest);
    }
}
