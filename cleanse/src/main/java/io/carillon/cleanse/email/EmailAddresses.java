package io.carillon.cleanse.email;

import java.util.Optional;

/** The one form in which an e-mail address is an identifier: the one in which we write to it. */
public final class EmailAddresses {
    private static final int INPUT_LENGTH_MAX = 508;

    private EmailAddresses() {}

    /**
     * Empty when the text is clearly no address. It is no judgement whether somebody reads mail there: reserved domains
     * identify as well as others.
     */
    public static Optional<String> normalise(String text) {
        if (text.length() > INPUT_LENGTH_MAX) return Optional.empty();
        return AddressGrammar.read(Written.of(text).text()) instanceof AddressGrammar.Outcome.Read(var spec)
                        && EmailAddress.of(spec) instanceof EmailAddress.Outcome.Sendable(var address)
                        && hasTopLevel(address.domain())
                ? Optional.of(address.toString())
                : Optional.empty();
    }

    private static boolean hasTopLevel(String domain) {
        String last = domain.substring(domain.lastIndexOf('.') + 1);
        return last.length() < domain.length()
                && last.length() >= 2
                && last.chars().anyMatch(c -> c >= 'a');
    }
}
