package io.carillon.server;

import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out results only
 */
record Streams(PrintStream out, PrintStream err) {}
