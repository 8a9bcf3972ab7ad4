/**
 * What a record of another system means here: a mapping, written in YAML, from its columns to calls of the tracking
 * protocol, suppressions and unsubscribes.
 *
 * <p>Start at {@link io.carillon.connectors.mapping.Mapper}, which is pure: a row in, what it says and what is wrong with it
 * out. {@link io.carillon.connectors.mapping.MappingReader} reads a mapping, and {@link
 * io.carillon.connectors.mapping.AutomaticMapping} writes one for columns whose names are known. Nothing here knows of
 * files, of time or of who is whom.
 */
@NullMarked
package io.carillon.connectors.mapping;

import org.jspecify.annotations.NullMarked;
