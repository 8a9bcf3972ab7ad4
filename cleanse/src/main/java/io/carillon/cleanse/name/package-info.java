/**
 * What a name field says: the parts of a person's name, a couple, or an organisation.
 *
 * <p>Start at {@link io.carillon.cleanse.name.NameCleanser}. The words are lists in resource files; who is an
 * organisation and what a lone word is are decided by sums of learned weights that one can read. No word of the input is
 * ever lost, and what is not understood stays as it was given.
 */
@NullMarked
package io.carillon.cleanse.name;

import org.jspecify.annotations.NullMarked;
