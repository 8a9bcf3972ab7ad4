/**
 * The one condition language: segments, triggers, exits and filters all speak it, and one evaluator judges it.
 *
 * <p>Start at {@link io.carillon.core.condition.Condition} for what can be asked, at {@link
 * io.carillon.core.condition.Behaviour} for what is remembered of a person's events, and at {@link
 * io.carillon.core.condition.Evaluator} for the answer and when time alone next changes it. Nothing here reads a clock.
 */
@NullMarked
package io.carillon.core.condition;

import org.jspecify.annotations.NullMarked;
