package io.carillon.core.identity;

import io.carillon.core.event.Identifier;
import java.util.Optional;

/** What the journal says of a customer's identifiers. Each with its cause, but for rows older than causes. */
public sealed interface LinkChange {
    Identifier identifier();

    Optional<Cause> cause();

    /**
     * It is the customer's.
     *
     * @param epoch at which it is owned; 0 where the row is older than that
     */
    record Owned(Identifier identifier, long epoch, Optional<Cause> cause) implements LinkChange {}

    /**
     * It is another's from now on.
     *
     * @param epoch at which it was owned until now; 0 where the row is older than that
     */
    record GaveUp(Identifier identifier, CustomerRef to, long epoch, Optional<Cause> cause) implements LinkChange {}

    /** Another user owns it and keeps it. */
    record Conflict(Identifier identifier, CustomerRef owner, Optional<Cause> cause) implements LinkChange {}

    /** It stays with whom it is, or free, for another reason than a conflict. */
    record NotLinked(Identifier identifier, Refusal why, Optional<Cause> cause) implements LinkChange {}
}
