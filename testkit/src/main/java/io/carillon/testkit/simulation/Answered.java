package io.carillon.testkit.simulation;

import io.carillon.core.host.Reply;

/** An answer that reached its caller. */
public record Answered(long caller, Reply reply) {}
