package io.carillon.core.identity;

import io.carillon.core.event.Identifier;
import io.carillon.core.event.Stamp;
import java.util.Optional;

/** What a customer is told about an identifier. */
public sealed interface LinkMessage {
    Identifier identifier();

    /**
     * You own it.
     *
     * @param to whom it was granted: another customer, when this one has absorbed it meanwhile
     */
    record Granted(Identifier identifier, long epoch, CustomerRef to) implements LinkMessage {}

    /**
     * Somebody claims what you own.
     *
     * @param merges how many customers the claimer has absorbed so far
     */
    record Contest(Identifier identifier, CustomerRef by, Optional<Stamp> stamp, Cause cause, int merges)
            implements LinkMessage {}

    /** A conflict, or you are older, or it would be one merge too many. */
    record Refused(Identifier identifier, Optional<Stamp> stamp, CustomerRef owner) implements LinkMessage {}

    /** You are the weaker: merge into me. */
    record Join(Identifier identifier, CustomerRef owner, Cause cause) implements LinkMessage {}
}
