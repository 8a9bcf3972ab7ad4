/**
 * Fields with a handful of answers: gender, and yes or no.
 *
 * <p>Start at {@link io.carillon.cleanse.choice.GenderCleanser} and {@link io.carillon.cleanse.choice.BooleanCleanser}.
 * Both look words up in a list, in the main languages; nothing is concluded from a first name.
 */
@NullMarked
package io.carillon.cleanse.choice;

import org.jspecify.annotations.NullMarked;
