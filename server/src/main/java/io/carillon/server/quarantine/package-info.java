/**
 * Calls that could not be used: kept, explained, repaired and used after all.
 *
 * <p>Start at {@link io.carillon.server.quarantine.KeptCalls}. {@link io.carillon.server.quarantine.Repair} is what may be
 * done to a call, {@link io.carillon.server.quarantine.Suggestion} finds one by the reasons, and {@link
 * io.carillon.server.quarantine.Replay} uses calls in the order in which they happened. What is kept is core's: {@code
 * entity/quarantine}.
 */
@NullMarked
package io.carillon.server.quarantine;

import org.jspecify.annotations.NullMarked;
