/** The laws on the simulated host, and tests of what plays and shrinks their histories. */
@NullMarked
package io.carillon.testkit.law;

import org.jspecify.annotations.NullMarked;
