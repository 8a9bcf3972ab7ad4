/**
 * JSON Schema 2020-12 over {@link io.carillon.core.value.Value}s: what a tracking plan says of an event.
 *
 * <p>Start at {@link io.carillon.core.schema.SchemaReader}, which reads a schema once into rules and says what in it is
 * wrong, and at {@link io.carillon.core.schema.Schema#violations}. Nothing is fetched from elsewhere, patterns are RE2's
 * and so linear, and every check has an end.
 */
@NullMarked
package io.carillon.core.schema;

import org.jspecify.annotations.NullMarked;
