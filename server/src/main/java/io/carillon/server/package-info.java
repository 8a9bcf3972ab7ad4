/**
 * The process: command line, wiring, start and end.
 *
 * <p>Start at {@link io.carillon.server.Main} for the commands and at {@link io.carillon.server.Serve} for what runs while
 * it serves. Only this package knows all the others; wiring is plain Java.
 */
@NullMarked
package io.carillon.server;

import org.jspecify.annotations.NullMarked;
