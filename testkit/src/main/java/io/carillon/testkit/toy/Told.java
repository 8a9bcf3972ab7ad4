package io.carillon.testkit.toy;

import io.carillon.core.host.Address;
import io.carillon.core.host.Reply;

/**
 * A toy's answer.
 *
 * @param state after the step that answered
 * @param parked whether the message was parked
 */
public record Told(Address by, ToyState state, boolean parked) implements Reply {}
