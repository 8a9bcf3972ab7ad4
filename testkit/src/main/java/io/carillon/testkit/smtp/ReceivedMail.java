package io.carillon.testkit.smtp;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mail that a sink took.
 *
 * @param messageId without angle brackets; empty when the mail had none
 * @param receivedAt when its end had arrived, before the reply
 * @param text the mail as sent, its parts still in their transfer encoding, dots no longer doubled; cut at {@link
 *     SmtpSink.Settings#mailBytesKept}
 */
public record ReceivedMail(String messageId, String from, List<String> recipients, Instant receivedAt, String text) {

    /** A header's value, unfolded. */
    public Optional<String> header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        for (String line : head().replaceAll("\r\n[ \t]+", " ").lines().toList()) {
            if (line.toLowerCase(Locale.ROOT).startsWith(prefix)) {
                return Optional.of(line.substring(prefix.length()).strip());
            }
        }
        return Optional.empty();
    }

    private String head() {
        int end = text.indexOf("\r\n\r\n");
        return end < 0 ? text : text.substring(0, end);
    }
}
