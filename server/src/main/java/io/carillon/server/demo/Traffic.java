package io.carillon.server.demo;

import io.carillon.core.entity.customer.Root;
import io.carillon.core.journey.JourneyDefinition;
import io.carillon.core.journey.JourneyId;
import io.carillon.core.journey.RunEnd;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Who is where on the journeys.
 *
 * @param standing how many runs stand at each place
 * @param ended how many runs on record ended how
 */
record Traffic(Map<Place, Long> standing, Map<End, Long> ended) {

    /** @param step index of a step of this version */
    record Place(JourneyId journey, String version, int step) {}

    /** A way to end. */
    record End(JourneyId journey, RunEnd reason) {}

    static Traffic of(Collection<Root> customers) {
        var standing = new HashMap<Place, Long>();
        var ended = new HashMap<End, Long>();
        for (Root root : customers) {
            var runs = root.customer().runs();
            runs.active()
                    .forEach((key, run) ->
                            standing.merge(new Place(key.journey(), run.version(), run.step()), 1L, Long::sum));
            runs.ended().forEach((key, end) -> ended.merge(new End(key.journey(), end.reason()), 1L, Long::sum));
        }
        return new Traffic(standing, ended);
    }

    long at(JourneyDefinition journey, int step) {
        return standing.getOrDefault(new Place(journey.id(), journey.version(), step), 0L);
    }

    /** Runs that entered an earlier version, and keep to it. */
    long onEarlierVersions(JourneyDefinition journey) {
        return standing.entrySet().stream()
                .filter(entry -> entry.getKey().journey().equals(journey.id())
                        && !entry.getKey().version().equals(journey.version()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long underWay(JourneyId journey) {
        return standing.entrySet().stream()
                .filter(entry -> entry.getKey().journey().equals(journey))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long ended(JourneyId journey, RunEnd reason) {
        return ended.getOrDefault(new End(journey, reason), 0L);
    }

    long entered(JourneyId journey) {
        long past = 0;
        for (RunEnd reason : RunEnd.values()) past += ended(journey, reason);
        return underWay(journey) + past;
    }

    long underWay() {
        return standing.values().stream().mapToLong(Long::longValue).sum();
    }

    long finished() {
        return ended.values().stream().mapToLong(Long::longValue).sum();
    }
}
