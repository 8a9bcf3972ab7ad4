package io.carillon.core.entity.customer;

import io.carillon.core.decision.Dispatches;
import io.carillon.core.journey.Runs;

/** What we do about a customer: journeys they are on, and messages to them. */
public record Dealings(Runs runs, Dispatches dispatches) {
    public static final Dealings NONE = new Dealings(Runs.NONE, Dispatches.NONE);

    public Dealings with(Runs other) {
        return new Dealings(other, dispatches);
    }

    public Dealings with(Dispatches other) {
        return new Dealings(runs, other);
    }

    public Dealings merge(Dealings other) {
        return new Dealings(runs.merge(other.runs), dispatches.merge(other.dispatches));
    }
}
