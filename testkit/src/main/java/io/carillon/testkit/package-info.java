/**
 * How does Carillon behave towards people? {@link io.carillon.testkit.World} is a whole engine in memory, on a virtual
 * clock: tests of business behaviour are written against it.
 *
 * <p>The entities are the real ones on a simulated host; a simulated worker hands messages to a simulated provider, which
 * remembers what it took. Nothing here sleeps, sends or reads a file.
 */
@NullMarked
package io.carillon.testkit;

import org.jspecify.annotations.NullMarked;
