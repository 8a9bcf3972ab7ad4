/**
 * Which pairs of records are worth a look, found without looking at all of them.
 *
 * <p>Start at {@link io.carillon.linkage.block.Blocking}. Every block and the sum of all have a limit; what is left out is
 * counted.
 */
@NullMarked
package io.carillon.linkage.block;

import org.jspecify.annotations.NullMarked;
