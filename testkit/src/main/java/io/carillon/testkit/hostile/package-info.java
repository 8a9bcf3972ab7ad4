/**
 * Input that nobody should send: valid texts and bytes by seed, and each of them damaged.
 *
 * <p>Start at {@link io.carillon.testkit.hostile.Ordeal}, which says what must be true whatever comes; the generators know
 * the shape of what they damage, so that much of it gets far in. Everything is a pure function of its chances. Nothing here
 * knows who reads the input.
 */
@NullMarked
package io.carillon.testkit.hostile;

import org.jspecify.annotations.NullMarked;
