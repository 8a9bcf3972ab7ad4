/**
 * Property tests without a library: a generator makes a value from a seed, a law must hold for all of them.
 *
 * <p>Start at {@link io.carillon.testkit.property.Seeds}. A failure names its seed; equal seeds give equal values on
 * every machine. Nothing here knows what is tested.
 */
@NullMarked
package io.carillon.testkit.property;

import org.jspecify.annotations.NullMarked;
