/**
 * Customers that are probably one person: searched for in the background, kept in a list, accepted or rejected.
 *
 * <p>Start at {@link io.carillon.server.duplicates.DuplicateSearch}. Nothing merges unless somebody accepts it, or a rule of
 * the workspace does.
 */
@NullMarked
package io.carillon.server.duplicates;

import org.jspecify.annotations.NullMarked;
