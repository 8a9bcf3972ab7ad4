package io.carillon.core.identity;

import io.carillon.core.event.Identifier;
import java.time.Instant;
import java.util.Optional;

/**
 * What a company has said of who is whom.
 *
 * @param country whose phone numbers are meant when they are written without a country: ISO 3166-1, two capital letters
 */
public record IdentityRules(Optional<String> country, IdentifierLimits limits, Junk junk) {
    public static final IdentityRules DEFAULT =
            new IdentityRules(Optional.empty(), IdentifierLimits.DEFAULT, Junk.DEFAULT);

    /** Why an event alone must not make the identifier this customer's. */
    Optional<Refusal> objection(Links links, Identifier identifier, Instant now) {
        if (junk.covers(identifier)) return Optional.of(Refusal.JUNK);
        return limits.allow(links, identifier, now) ? Optional.empty() : Optional.of(Refusal.LIMIT);
    }
}
