package io.carillon.core.schema;

import io.carillon.core.value.Value;

/** One keyword of a schema, read. */
@FunctionalInterface
interface Rule {
    void check(Value value, Checking in);
}
