/**
 * May this be said to this person, now, here? Intents, decisions with their reasons, and the messages that came of them.
 *
 * <p>Start at {@link io.carillon.core.decision.Decision} for the record that explains everything, and at {@link
 * io.carillon.core.decision.Gate} for the checks in order. Nothing here renders or sends.
 */
@NullMarked
package io.carillon.core.decision;

import org.jspecify.annotations.NullMarked;
