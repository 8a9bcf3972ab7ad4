/**
 * Records from other systems: files in the forms that shops have, and the mapping from any record to events.
 *
 * <p>Reading never holds a whole file; a row that cannot be used is told with its number, column and value, and harms no
 * other.
 */
@NullMarked
package io.carillon.connectors;

import org.jspecify.annotations.NullMarked;
