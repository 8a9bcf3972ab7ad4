/**
 * From pairs to groups of records of one person, with a guard against chains.
 *
 * <p>Start at {@link io.carillon.linkage.cluster.Clustering}.
 */
@NullMarked
package io.carillon.linkage.cluster;

import org.jspecify.annotations.NullMarked;
