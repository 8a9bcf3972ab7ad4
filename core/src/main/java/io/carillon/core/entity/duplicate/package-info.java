/**
 * Pairs of customers that are probably one person, and what was decided of each.
 *
 * <p>Start at {@link io.carillon.core.entity.duplicate.DuplicateKind}. How probable a pair is, is found elsewhere; nothing here
 * merges anybody.
 */
@NullMarked
package io.carillon.core.entity.duplicate;

import org.jspecify.annotations.NullMarked;
