/**
 * Record linkage on a file: reads the records and the truth, and writes what was found.
 *
 * <p>Start at {@link io.carillon.server.link.RecordsFile}. The linking itself is in {@code io.carillon.linkage}.
 */
@NullMarked
package io.carillon.server.link;

import org.jspecify.annotations.NullMarked;
