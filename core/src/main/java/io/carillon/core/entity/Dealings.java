package io.carillon.core.entity;

import io.carillon.core.decision.Dispatches;
import io.carillon.core.journey.Runs;

/** What we do about a customer: journeys they are on, and messages to them. */
public record Dealings(Runs runs, Dispatches dispatches) {
    static final Dealings NONE = new Dealings(Runs.NONE, Dispatches.NONE);

    Dealings with(Runs other) {
        return new Dealings(other, dispatches);
    }

    Dealings with(Dispatches other) {
        return new Dealings(runs, other);
    }

    Dealings merge(Dealings other) {
        return new Dealings(runs.merge(other.runs), dispatches.merge(other.dispatches));
    }
}
