/**
 * What every call out of the house needs: a deadline, a look-up that keeps it, and who may be called at all.
 *
 * <p>Start at {@link io.carillon.channels.net.PublicAddresses} for the rule against calls into our own network, and at
 * {@link io.carillon.channels.net.Deadline} for time. Nothing here speaks a protocol.
 */
@NullMarked
package io.carillon.channels.net;

import org.jspecify.annotations.NullMarked;
