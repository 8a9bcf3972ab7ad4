/**
 * What a source sent on one day, as figures: how many of each event, and of each field how often it was there, of which
 * type, with which values. Cheap to add to, small to keep, and two halves of a day add up to the whole.
 *
 * <p>Start at {@link io.carillon.core.audit.SourceDay}. Nothing here says whether that is good; {@code audit.judge} does.
 */
@NullMarked
package io.carillon.core.audit;

import org.jspecify.annotations.NullMarked;
