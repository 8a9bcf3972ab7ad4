/**
 * The stage "deliver", as far as the customer has a say: a worker claims a message, and tells what came of it.
 *
 * <p>Start at {@link io.carillon.core.entity.deliver.Claims}, which asks all gates once more and renders; then {@link
 * io.carillon.core.entity.deliver.Outcomes}. Who carries it stands in the module {@code channels}.
 */
@NullMarked
package io.carillon.core.entity.deliver;

import org.jspecify.annotations.NullMarked;
