package io.carillon.core.identity;

import io.carillon.core.event.Stamp;
import java.util.Optional;

/** What an identifier is told about its ownership. */
public sealed interface IdentifierMessage {
    /**
     * I saw you.
     *
     * @param stamp there only if the event named a user id of the claimer's
     * @param merges how many customers the claimer has absorbed so far
     * @param apart whom the claimer was parted from
     */
    record Claim(CustomerRef by, Optional<Stamp> stamp, Cause cause, int merges, Apart apart)
            implements IdentifierMessage {}

    /** Belong to another, if you are still at this epoch. */
    record Transfer(CustomerRef to, long epoch) implements IdentifierMessage {}

    /** The same ownership has a new owner: your owner was absorbed. */
    record Moved(CustomerRef owner, long epoch) implements IdentifierMessage {}
}
