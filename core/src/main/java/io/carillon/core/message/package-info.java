/**
 * What may be said and how it leaves: purpose, topic, channel, dispatches and their outcomes.
 *
 * <p>Start at {@link io.carillon.core.message.MessageDefinition} for what a marketer writes and at {@link
 * io.carillon.core.message.Provider} for what carries it. Nothing here decides or renders.
 */
@NullMarked
package io.carillon.core.message;

import org.jspecify.annotations.NullMarked;
