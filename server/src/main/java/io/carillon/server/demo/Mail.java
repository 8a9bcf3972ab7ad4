package io.carillon.server.demo;

import java.util.Optional;

/**
 * A mail as it arrived.
 *
 * @param to the recipient of the envelope
 * @param unsubscribeUrl where one POST unsubscribes, see RFC 8058; none where there is nothing to unsubscribe from
 */
record Mail(String to, String subject, Optional<String> unsubscribeUrl) {

    /** The first web address of a header {@code List-Unsubscribe}. */
    static Optional<String> webAddress(String header) {
        int start = header.indexOf("<http");
        int end = header.indexOf('>', start + 1);
        return start < 0 || end < 0 ? Optional.empty() : Optional.of(header.substring(start + 1, end));
    }
}
