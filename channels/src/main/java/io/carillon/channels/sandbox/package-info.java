/**
 * A provider for channels that have no real one yet: takes everything, sends nothing.
 *
 * <p>What would have been sent stays in the store's message rows and is read there. Start at {@link
 * io.carillon.channels.sandbox.SandboxProvider}. Never opens a connection.
 */
@NullMarked
package io.carillon.channels.sandbox;

import org.jspecify.annotations.NullMarked;
