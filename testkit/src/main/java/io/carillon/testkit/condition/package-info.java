/**
 * Conditions and pasts by chance, and what the answers must be.
 *
 * <p>Start at {@link io.carillon.testkit.condition.Oracle}: it reads each answer off the whole past, slowly and plainly, and
 * shares nothing with the evaluator but the tests of single values. {@link io.carillon.testkit.condition.RandomConditions}
 * makes questions, {@link io.carillon.testkit.condition.RandomPasts} what happened. Nothing here keeps state.
 */
@NullMarked
package io.carillon.testkit.condition;

import org.jspecify.annotations.NullMarked;
