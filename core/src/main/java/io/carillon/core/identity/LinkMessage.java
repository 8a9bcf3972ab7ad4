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
     * @param apart whom the claimer was parted from
     */
    record Contest(Identifier identifier, CustomerRef by, Optional<Stamp> stamp, Cause cause, int merges, Apart apart)
            implements LinkMessage {}

    /**
     * A conflict, or you are older, or it would be one merge too many, or a person said that we are two.
     *
     * @param why none in words of before it was said: then a conflict between two users, else the merges
     */
    record Refused(Identifier identifier, Optional<Stamp> stamp, CustomerRef owner, Optional<Refusal> why)
            implements LinkMessage {}

    /**
     * You are the weaker: merge into me.
     *
     * @param apart whom the owner was parted from
     */
    record Join(Identifier identifier, CustomerRef owner, Cause cause, Apart apart) implements LinkMessage {}
}
