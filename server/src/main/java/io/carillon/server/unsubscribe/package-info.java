/**
 * The links in messages by which people choose what they hear of: one page, and one click (RFC 8058).
 *
 * <p>Start at {@link io.carillon.server.unsubscribe.UnsubscribePages}. Only a POST changes anything: link scanners look at
 * everything. No cookie and no token of another kind is asked for; the link itself is the proof.
 */
@NullMarked
package io.carillon.server.unsubscribe;

import org.jspecify.annotations.NullMarked;
