/**
 * Records in rows, and what each column holds: what is linked.
 *
 * <p>Start at {@link io.carillon.linkage.table.Table}; {@link io.carillon.linkage.table.Recognition} finds out by names and
 * values what a column holds. Nothing here compares.
 */
@NullMarked
package io.carillon.linkage.table;

import org.jspecify.annotations.NullMarked;
