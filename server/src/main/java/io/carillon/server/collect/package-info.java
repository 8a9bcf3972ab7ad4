/**
 * The tracking edge: speaks the Segment HTTP protocol and turns calls into {@link io.carillon.core.event.Event}s.
 *
 * <p>Start at {@link io.carillon.server.collect.Collect} for the routes and at {@link
 * io.carillon.server.collect.EventReader} for what a call means. It corrects clocks, normalises identifiers and says what
 * is unusable and why; what becomes of an event is behind {@link io.carillon.server.collect.Inlet}. Nothing is dropped
 * silently, and no body, whatever is in it, gets more than a clear 4xx.
 */
@NullMarked
package io.carillon.server.collect;

import org.jspecify.annotations.NullMarked;
