/**
 * Toy entities that do what their messages tell them: the smallest business there is, for tests of hosts.
 *
 * <p>Start at {@link io.carillon.testkit.toy.Act}, the language of their messages, then {@link
 * io.carillon.testkit.toy.ToyKind}. Each step checks what the host promised and writes a row to the table {@code
 * violations} when it was broken.
 */
@NullMarked
package io.carillon.testkit.toy;

import org.jspecify.annotations.NullMarked;
