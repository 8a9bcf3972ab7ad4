package io.carillon.core.definition;

/**
 * A silo that may send events.
 *
 * @param writeKey says which source a call comes from
 */
public record SourceDefinition(String id, Secret writeKey) {}
