/**
 * The stage "journey": should something start, wait, branch, stop?
 *
 * <p>Start at {@link io.carillon.core.entity.journey.Journeys}: exits, triggers, time; {@link
 * io.carillon.core.entity.journey.Steps} takes one step of a run. What a journey is stands in {@code core.journey}.
 */
@NullMarked
package io.carillon.core.entity.journey;

import org.jspecify.annotations.NullMarked;
