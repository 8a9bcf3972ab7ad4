/**
 * Calls that could not be used, each an entity of its own: as it came, why it was not used, and what was done about it.
 *
 * <p>Start at {@link io.carillon.core.entity.quarantine.QuarantineKind}. Nothing here knows how a call is read; it keeps
 * what it is given until it is used, given up, or too old. Unlike a parked message it withholds nothing from anybody.
 */
@NullMarked
package io.carillon.core.entity.quarantine;

import org.jspecify.annotations.NullMarked;
