package io.carillon.connectors.mapping;

import java.util.List;

/**
 * What the records of a file mean.
 *
 * @param consentTopics to which a basis for consent applies; none means all that people are subscribed to by default
 */
public record Mapping(String name, List<String> consentTopics, List<Action> actions) {}
