package io.carillon.cleanse.email;

import io.carillon.cleanse.domain.DomainNames;
import io.carillon.cleanse.text.Tidy;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * An address in the one form in which we write to it.
 *
 * @param local before the @, with quotes where it needs them: then as given, else lower case (NFC beyond ASCII). No
 *     provider in use tells capitals apart, and shops' forms do not keep them
 * @param domain lower case, in ASCII
 */
record EmailAddress(String local, String domain) {
    private static final int LENGTH_MAX = 254;
    private static final int LOCAL_LENGTH_MAX = 64;

    /** What came of it. */
    sealed interface Outcome {
        record Sendable(EmailAddress address) implements Outcome {}

        record Refused(String reason) implements Outcome {}
    }

    /**
     * What can be sent to.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2">RFC 5321, 4.1.2 and 4.5.3.1</a>
     */
    static Outcome of(AddressGrammar.Spec spec) {
        if (spec.isLiteral()) return refused("an address of a machine, " + spec.domain() + ", expected a domain");
        if (spec.local().chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
            return refused("a control character before the @");
        }
        String local = spec.quotable() ? quoted(spec.local()) : lowerCase(spec.local());
        if (bytes(local) > LOCAL_LENGTH_MAX) {
            return refused("%d bytes before the @, expected at most %d".formatted(bytes(local), LOCAL_LENGTH_MAX));
        }
        Optional<String> domain = DomainNames.ascii(spec.domain()).filter(name -> name.indexOf('_') < 0);
        if (domain.isEmpty()) return refused("\"" + spec.domain() + "\" is no domain");
        int length = bytes(local) + 1 + domain.get().length();
        if (length > LENGTH_MAX) {
            return refused("%d bytes, expected at most %d".formatted(length, LENGTH_MAX));
        }
        return new Outcome.Sendable(new EmailAddress(local, domain.get()));
    }

    private static Outcome refused(String reason) {
        return new Outcome.Refused(reason);
    }

    private static String quoted(String content) {
        return '"' + content.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String lowerCase(String local) {
        if (Tidy.isAscii(local)) return local.toLowerCase(Locale.ROOT); // composed already
        String composed = Normalizer.normalize(local, Normalizer.Form.NFC);
        return Normalizer.normalize(composed.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    boolean isQuoted() {
        return local.startsWith("\"");
    }

    @Override
    public String toString() {
        return local + '@' + domain;
    }
}
