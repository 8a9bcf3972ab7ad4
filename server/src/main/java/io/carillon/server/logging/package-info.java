/**
 * Logs on stderr: one JSON line a record, or text for people. Results go to stdout, logs never do.
 *
 * <p>Start at {@link io.carillon.server.logging.Logging}. Code logs by SLF4J; what libraries log by
 * {@code java.util.logging} comes along. Nothing above debug holds personal data.
 */
@NullMarked
package io.carillon.server.logging;

import org.jspecify.annotations.NullMarked;
