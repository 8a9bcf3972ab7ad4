package io.carillon.server.demo;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much there was at one moment.
 *
 * @param at on the demo's clock
 * @param events taken in so far
 * @param customers there were
 * @param segmentSizes by the segment's id
 * @param messagesByStatus how many messages have come to each, by the status's word; those decided against too
 */
record Sample(
        Instant at,
        long events,
        long customers,
        SortedMap<String, Long> segmentSizes,
        SortedMap<String, Long> messagesByStatus) {
    Sample {
        segmentSizes = Collections.unmodifiableSortedMap(new TreeMap<>(segmentSizes));
        messagesByStatus = Collections.unmodifiableSortedMap(new TreeMap<>(messagesByStatus));
    }
}
