/**
 * One form for each kind of field, with proof: what came in, what it means, which rules changed it, or why it cannot be
 * used.
 *
 * <p>Start at {@link io.carillon.cleanse.Kind}; each kind has a package of its own. Pure functions: equal inputs give
 * equal results, whatever the machine's language, zone and clock. Nothing here guesses silently: what could mean two
 * things is marked, and what is unsure stays as it was given.
 */
@NullMarked
package io.carillon.cleanse;

import org.jspecify.annotations.NullMarked;
