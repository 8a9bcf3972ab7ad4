package io.carillon.core.journey;

import io.carillon.core.condition.EventQuery;

/** What ends runs: with a key in the query those of that key, without it all that the person has in the journey. */
public record Exit(EventQuery query) {
    public boolean isOfOneKey() {
        return query.keyProperty().isPresent();
    }
}
