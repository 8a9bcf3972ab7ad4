/** Tests of the simulated host and of the explorer. */
@NullMarked
package io.carillon.testkit.simulation;

import org.jspecify.annotations.NullMarked;
