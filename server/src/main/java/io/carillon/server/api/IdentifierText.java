package io.carillon.server.api;

import io.carillon.cleanse.email.EmailAddresses;
import io.carillon.cleanse.phone.PhoneNumbers;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.identity.IdentityRules;
import java.util.Optional;

/** {@code KIND:VALUE}, as people write an identifier. */
final class IdentifierText {
    private IdentifierText() {}

    /** In the form in which events name it: an address may be written in any case. */
    static Optional<Identifier> read(String text, IdentityRules rules) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1 || text.length() - colon > Identifier.LENGTH_MAX) {
            return Optional.empty();
        }
        String value = text.substring(colon + 1);
        return IdentifierKind.ofWord(text.substring(0, colon))
                .flatMap(kind -> normalised(kind, value, rules).map(normal -> new Identifier(kind, normal)));
    }

    private static Optional<String> normalised(IdentifierKind kind, String value, IdentityRules rules) {
        return switch (kind) {
            case EMAIL -> EmailAddresses.normalise(value);
            case PHONE -> PhoneNumbers.normalise(value, rules.country());
            case USER, EXTERNAL, DEVICE, ANONYMOUS -> Optional.of(value);
        };
    }
}
