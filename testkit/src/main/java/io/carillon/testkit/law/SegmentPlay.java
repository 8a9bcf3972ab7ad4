package io.carillon.testkit.law;

import io.carillon.core.condition.Condition;
import io.carillon.core.definition.Workspace;
import io.carillon.core.segment.SegmentDefinition;
import io.carillon.core.segment.SegmentId;
import io.carillon.testkit.WorkspaceFiles;
import io.carillon.testkit.condition.RandomConditions;
import io.carillon.testkit.condition.RandomPasts;
import io.carillon.testkit.property.Chance;
import java.util.LinkedHashMap;
import java.util.List;

/** A few people, anonymous at first, and many segments by chance. */
record SegmentPlay(long seed, boolean isOneAtATime) implements Play<SegmentAct, SegmentLaw> {
    private static final int SEGMENTS = 40;
    private static final List<Integer> PAUSES = List.of(0, 0, 1, 1, 2, 3, 30, 100);

    @Override
    public List<Timed<SegmentAct>> history(Chance chance) {
        return Timed.list(chance, 3, 20, PAUSES, SegmentAct::any);
    }

    @Override
    public Life<SegmentAct, SegmentLaw> begin(Stage stage, Space space, Chance chance) {
        return new SegmentLife(stage, space, workspace());
    }

    @Override
    public Workspace workspace() {
        Workspace smallest = WorkspaceFiles.smallest().read();
        var chance = new Chance(seed);
        var segments = new LinkedHashMap<SegmentId, SegmentDefinition>();
        for (int i = 0; i < SEGMENTS; i++) {
            // Windows as long as a few slots, and of days.
            var pasts = new RandomPasts(chance, smallest.zone(), Stage.START, chance.pick(RandomPasts.SHORT_GRIDS));
            var id = new SegmentId("s" + i);
            Condition when = new RandomConditions(chance, pasts).condition(2);
            segments.put(id, new SegmentDefinition(id, id.text(), when));
        }
        return new Workspace(
                smallest.name(),
                smallest.zone(),
                smallest.triggerMaxAge(),
                smallest.sources(),
                smallest.topics(),
                smallest.channels(),
                smallest.messages(),
                smallest.computedTraits(),
                smallest.roles(),
                segments,
                smallest.journeys(),
                smallest.identity(),
                smallest.policy(),
                smallest.retention(),
                smallest.duplicates(),
                smallest.webhooks(),
                smallest.plans(),
                smallest.audit());
    }

    @Override
    public int looks() {
        return 5;
    }

    /** The same for all hosts. */
    @Override
    public String toString() {
        return "SegmentPlay" + seed;
    }
}
