package io.carillon.testkit.simulation;

import io.carillon.core.host.Address;

/** What a simulated host could handle next. */
public sealed interface Deliverable {
    Address to();

    /**
     * The oldest message on the way from one sender to one receiver.
     *
     * @param from the sender's address; {@code outside} or {@code again} (re-driven) when it is no entity
     */
    record Arrival(String from, Address to) implements Deliverable {}

    /** A wake-up that is due. */
    record WakeUp(Address to) implements Deliverable {}
}
