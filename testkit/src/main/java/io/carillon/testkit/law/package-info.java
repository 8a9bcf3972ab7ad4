/**
 * Laws of the whole engine, one class for all hosts: each plays many random histories and says what was wrong in each.
 *
 * <p>Start at {@link io.carillon.testkit.law.Trials}; a {@link io.carillon.testkit.law.Play} says what happens in a history
 * and what is looked at. A host is given by {@link io.carillon.testkit.law.LawHosts}. Which law is where: {@code
 * docs/laws.md}. Nothing here reads a real clock.
 */
@NullMarked
package io.carillon.testkit.law;

import org.jspecify.annotations.NullMarked;
