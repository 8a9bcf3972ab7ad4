package io.carillon.core.definition;

import java.util.Optional;

/**
 * A silo that may send events.
 *
 * @param writeKey says which source a call comes from
 * @param country whose phone numbers and addresses are meant when a record does not say so; ISO 3166-1 alpha-2
 * @param dateOrder of a date in numbers that can be read in two ways: {@code dmy}, {@code mdy}, {@code ymd}
 */
public record SourceDefinition(String id, Secret writeKey, Optional<String> country, Optional<String> dateOrder) {}
