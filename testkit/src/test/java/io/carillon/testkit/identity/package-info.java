/**
 * The identity protocol on the simulated host: the real kinds against oracles that know nothing of messages.
 *
 * <p>Start at {@link io.carillon.testkit.identity.Oracle} and {@link io.carillon.testkit.identity.Laws}; what was run is in
 * {@code docs/identity-exploration.md}. Nothing here looks at journeys or delivery.
 */
@NullMarked
package io.carillon.testkit.identity;

import org.jspecify.annotations.NullMarked;
