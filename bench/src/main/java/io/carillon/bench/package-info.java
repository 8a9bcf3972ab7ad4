/**
 * How fast is it, and how much of what this machine could do is that? Start at {@link io.carillon.bench.Main}.
 *
 * <p>The server runs as a process of its own, as users run it; load comes from this process over the loopback address.
 * The roof, a bare server that parses, appends, syncs and answers, is measured in the same run. Nothing here ships.
 */
@NullMarked
package io.carillon.bench;

import org.jspecify.annotations.NullMarked;
