/**
 * What must hold of who is whom, seen from outside: oracles that know nothing of messages, and laws on a host's state.
 *
 * <p>Start at {@link io.carillon.testkit.identity.Laws}; {@link io.carillon.testkit.identity.Oracle} says what one event at a
 * time comes to. Nothing here runs a host, or looks at journeys and delivery.
 */
@NullMarked
package io.carillon.testkit.identity;

import org.jspecify.annotations.NullMarked;
