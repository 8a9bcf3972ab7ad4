package io.carillon.core.segment;

import io.carillon.core.condition.Condition;

/**
 * A group of people: whoever meets a condition now.
 *
 * @param name for people to read
 */
public record SegmentDefinition(SegmentId id, String name, Condition when) {}
