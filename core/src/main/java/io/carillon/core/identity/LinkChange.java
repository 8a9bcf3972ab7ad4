package io.carillon.core.identity;

import io.carillon.core.event.Identifier;

/** What the journal says of a customer's identifiers. */
public sealed interface LinkChange {
    Identifier identifier();

    record Owned(Identifier identifier) implements LinkChange {}

    record GaveUp(Identifier identifier, CustomerRef to) implements LinkChange {}

    /** Somebody else owns it and keeps it. */
    record Conflict(Identifier identifier, CustomerRef owner) implements LinkChange {}
}
