/**
 * A host in memory that runs real entities in every order the contract allows, as a seed or an explorer decides.
 *
 * <p>Start at {@link io.carillon.testkit.simulation.SimulatedHost}, then {@link
 * io.carillon.testkit.simulation.Explorer}. Time is virtual, crashes come on request; nothing touches a disk.
 */
@NullMarked
package io.carillon.testkit.simulation;

import org.jspecify.annotations.NullMarked;
