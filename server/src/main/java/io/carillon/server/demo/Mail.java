package io.carillon.server.demo;

import java.util.Locale;
import java.util.Optional;

/**
 * A mail as it arrived.
 *
 * @param to the recipient of the envelope
 * @param head its header lines, unfolded
 */
record Mail(String to, String head) {

    /** A header's value. */
    Optional<String> header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst();
    }

    /** Where one POST unsubscribes, see RFC 8058. */
    Optional<String> unsubscribeUrl() {
        return header("List-Unsubscribe").flatMap(Mail::webAddress);
    }

    private static Optional<String> webAddress(String header) {
        int start = header.indexOf("<http");
        int end = header.indexOf('>', start + 1);
        return start < 0 || end < 0 ? Optional.empty() : Optional.of(header.substring(start + 1, end));
    }
}
