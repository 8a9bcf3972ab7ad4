/**
 * How like two values of a column are, in five levels, and in words why.
 *
 * <p>Start at {@link io.carillon.linkage.compare.Likeness}. What a level is worth is not known here: the model learns it.
 */
@NullMarked
package io.carillon.linkage.compare;

import org.jspecify.annotations.NullMarked;
