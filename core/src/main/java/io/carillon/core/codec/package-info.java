/**
 * Stored forms: how values become bytes and bytes become values again.
 *
 * <p>Every codec writes a version before anything else and reads all versions ever written. Start at {@link
 * io.carillon.core.codec.Codec}. Nothing here knows what is stored.
 */
@NullMarked
package io.carillon.core.codec;

import org.jspecify.annotations.NullMarked;
