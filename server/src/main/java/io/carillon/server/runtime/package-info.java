/**
 * The running whole: host, courier and published definitions in one data folder.
 *
 * <p>Start at {@link io.carillon.server.runtime.Engine}. Wiring and asking only: every rule is in {@code core}.
 */
@NullMarked
package io.carillon.server.runtime;

import org.jspecify.annotations.NullMarked;
