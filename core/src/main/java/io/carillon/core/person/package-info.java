/**
 * What do we know of them: traits, consents and the words of consent (channel, topic, endpoint), split key.
 *
 * <p>Start at {@link io.carillon.core.person.Profile}. Everything here is a value with a merge that is commutative,
 * associative and idempotent, so that customers can become one in any order. Nothing here decides.
 */
@NullMarked
package io.carillon.core.person;

import org.jspecify.annotations.NullMarked;
