package io.carillon.core.journey;

import io.carillon.core.condition.EventQuery;

/** What starts a run. With a key in the query a person has one run for each of its values. */
public record Trigger(EventQuery query) {}
