package io.carillon.core.person;

/**
 * A subject that a person can choose.
 *
 * @param optIn subscribed only after a yes; otherwise until a no
 */
public record Topic(TopicId id, String name, boolean optIn) {}
