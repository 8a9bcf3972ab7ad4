package io.carillon.channels.email;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * From whom mails come.
 *
 * @param header the value of {@code From:}, encoded
 */
record Sender(MailAddress address, String header) {

    /** @throws IllegalArgumentException if the text is not one address, with or without a name */
    static Sender of(String from) {
        if (from.chars().anyMatch(Character::isISOControl)) throw unreadable(from);
        try {
            var parsed = new InternetAddress(from);
            MailAddress address = MailAddress.of(parsed.getAddress()).orElseThrow(() -> unreadable(from));
            Optional<String> name = Optional.ofNullable(parsed.getPersonal()).filter(text -> !text.isBlank());
            return new Sender(address, name.map(text -> named(address, text)).orElse(address.toString()));
        } catch (AddressException notOneAddress) {
            throw unreadable(from);
        }
    }

    private static String named(MailAddress address, String name) {
        try {
            return new InternetAddress(address.toString(), name, StandardCharsets.UTF_8.name()).toString();
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static IllegalArgumentException unreadable(String from) {
        return new IllegalArgumentException("SMTP from \"" + HeaderText.oneLine(from)
                + "\" is not one address; expected e.g. Shop <shop@example.com>");
    }
}
