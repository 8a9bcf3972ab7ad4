/**
 * The stage "segment": which groups is the customer in now?
 *
 * <p>Start at {@link io.carillon.core.entity.segment.Segments}; {@link io.carillon.core.entity.segment.Recount} counts again
 * from the history what a new definition asks for. The language of conditions stands in {@code core.condition}.
 */
@NullMarked
package io.carillon.core.entity.segment;

import org.jspecify.annotations.NullMarked;
