/**
 * Journeys: what starts, how it goes on and what ends it.
 *
 * <p>Start at {@link io.carillon.core.journey.JourneyDefinition}. A person's run is pinned to the version of the
 * definition that it entered. Nothing here sends: a journey only wishes to.
 */
@NullMarked
package io.carillon.core.journey;

import org.jspecify.annotations.NullMarked;
