package io.carillon.core.definition;

import io.carillon.core.journey.JourneyDefinition;
import io.carillon.core.journey.JourneyId;
import io.carillon.core.journey.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Journeys that start each other round and round would never end: no journey leads back to itself by {@code start}. */
final class StartLoops {
    /** A step that starts a journey. */
    record Start(Field field, JourneyId journey) {}

    private final Map<JourneyId, JourneyDefinition> journeys;

    private StartLoops(Map<JourneyId, JourneyDefinition> journeys) {
        this.journeys = journeys;
    }

    /** Reports each step that begins a way back to the journey in whose file it stands. */
    static void check(Draft draft) {
        var loops = new StartLoops(draft.journeys);
        draft.journeys.forEach((id, journey) -> draft.starts.stream()
                .filter(start -> start.field().report().file().equals(draft.journeyFiles.getOrDefault(id, "")))
                .filter(start -> loops.leadsTo(start.journey(), id, new LinkedHashSet<>()))
                .forEach(start -> start.field()
                        .error("start \"%s\" leads back to \"%s\", again and again; expected a journey that does not"
                                .formatted(start.journey().text(), id.text()))));
    }

    private boolean leadsTo(JourneyId from, JourneyId to, Set<JourneyId> seen) {
        if (from.equals(to)) return true;
        if (!seen.add(from)) return false;
        List<Step> steps = Optional.ofNullable(journeys.get(from))
                .map(JourneyDefinition::steps)
                .orElse(List.of());
        return steps.stream().anyMatch(step -> step instanceof Step.Start(var _, var next) && leadsTo(next, to, seen));
    }
}
