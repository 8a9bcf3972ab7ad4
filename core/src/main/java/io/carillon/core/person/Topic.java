package io.carillon.core.person;

import java.util.Optional;

/**
 * A subject that a person can choose.
 *
 * @param optIn subscribed only after a yes; otherwise until a no
 * @param consentCategory the category of a consent banner that speaks for it (Segment's {@code categoryPreferences})
 */
public record Topic(TopicId id, String name, boolean optIn, Optional<String> consentCategory) {}
