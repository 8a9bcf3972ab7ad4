package io.carillon.server.demo;

import io.carillon.core.entity.customer.MessageRow;
import io.carillon.core.identity.CustomerRef;
import io.carillon.core.segment.SegmentDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the server knew at one moment.
 *
 * @param at on its own clock
 * @param customers who is nobody else, newest first
 * @param faces of everybody ever born, as who they are today
 * @param merged how many are somebody else by now
 * @param segments sizes
 * @param messages newest first, those decided against too
 * @param underWay runs at the last moments looked at, latest last; at most a minute of them
 */
record Picture(
        Instant at,
        List<Face> customers,
        Map<CustomerRef, Face> faces,
        long merged,
        Map<SegmentDefinition, Long> segments,
        Traffic traffic,
        List<MessageRow> messages,
        Arriving events,
        List<Double> underWay) {

    /**
     * How much comes in.
     *
     * @param total since the start
     * @param unusable how often something was wrong
     * @param byName most frequent first
     * @param perSecond in the seconds just past, latest last; at most a minute of them
     */
    record Arriving(long total, long unusable, List<Map.Entry<String, Long>> byName, List<Double> perSecond) {
        double rate() {
            return perSecond.stream()
                    .skip(Math.max(0, perSecond.size() - 5L))
                    .mapToDouble(Double::doubleValue)
                    .average()
                    .orElse(0);
        }
    }

    /** How many told an address. */
    long known() {
        return customers.stream().filter(face -> face.email().isPresent()).count();
    }

    Optional<Face> face(CustomerRef customer) {
        return Optional.ofNullable(faces.get(customer));
    }
}
