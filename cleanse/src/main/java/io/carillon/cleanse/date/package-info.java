/**
 * Dates and instants in the forms the world writes them: as ISO 8601, with how precise they are.
 *
 * <p>Start at {@link io.carillon.cleanse.date.DateCleanser}. What can be read in two ways is marked and both readings are
 * given. It never asks the clock or the machine's zone: a time without an offset stays without one.
 */
@NullMarked
package io.carillon.cleanse.date;

import org.jspecify.annotations.NullMarked;
