/**
 * Linkage as a whole, on data sets with known duplicates and on tables made by a seed.
 *
 * <p>Start at {@link io.carillon.linkage.DataSetsTest}.
 */
@NullMarked
package io.carillon.linkage;

import org.jspecify.annotations.NullMarked;
