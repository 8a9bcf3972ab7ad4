/**
 * What happened, in any silo: events, who they name, and when.
 *
 * <p>Start at {@link io.carillon.core.event.Event}. An event is immutable and complete: the edge has corrected its
 * clock and normalised its identifiers. Nothing here knows who owns an identifier.
 */
@NullMarked
package io.carillon.core.event;

import org.jspecify.annotations.NullMarked;
