package io.carillon.core.host;

/**
 * What an entity is told. Each {@link EntityKind} has a sealed family of its own, immutable and serialisable by the
 * kind's codec.
 */
public interface Message {}
