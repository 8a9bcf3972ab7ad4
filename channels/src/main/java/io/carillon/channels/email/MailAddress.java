package io.carillon.channels.email;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mailbox as it stands in an envelope and between the angle brackets of a header.
 *
 * @param local the part before the @; beyond ASCII only where the server offers SMTPUTF8
 * @param domain in ASCII, lower case
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2">RFC 5321, 4.1.2</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6531#section-3.3">RFC 6531, 3.3</a>
 */
record MailAddress(String local, String domain) {
    /** In octets, with angle brackets left out (RFC 5321, 4.5.3.1.3). */
    private static final int LENGTH_MAX = 254;

    /** Dots where they should not be are let through: some carriers gave such addresses out, and the server judges. */
    private static final Pattern ATOMS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.\\x{A0}-\\x{D7FF}\\x{E000}-\\x{10FFFF}-]+");

    private static final Pattern QUOTED = Pattern.compile("\"(?:[ !#-\\[\\]-~]|\\\\[ -~])*\"");
    private static final Pattern LINE_ENDS = Pattern.compile("[\\u2028\\u2029]");

    /** Empty when the text is not one address. */
    static Optional<MailAddress> of(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || text.length() > LENGTH_MAX) return Optional.empty();
        String local = text.substring(0, at);
        if (!ATOMS.matcher(local).matches() && !QUOTED.matcher(local).matches()) return Optional.empty();
        if (LINE_ENDS.matcher(local).find()) return Optional.empty();
        return asciiDomain(text.substring(at + 1)).map(domain -> new MailAddress(local, domain));
    }

    private static Optional<String> asciiDomain(String domain) {
        if (domain.isEmpty()) return Optional.empty();
        try {
            String ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return ascii.isEmpty() || ascii.startsWith(".") || ascii.endsWith(".")
                    ? Optional.empty()
                    : Optional.of(ascii);
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    boolean isAscii() {
        return local.chars().allMatch(c -> c < 0x80);
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
