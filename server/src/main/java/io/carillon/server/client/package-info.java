/**
 * The command line as a client of a running server's {@code /api}.
 *
 * <p>Start at {@link io.carillon.server.client.ApiClient}. A server that cannot be reached, or that is none of ours, is an
 * outcome with a sentence that says so; answers are read within limits, as they come from outside.
 */
@NullMarked
package io.carillon.server.client;

import org.jspecify.annotations.NullMarked;
