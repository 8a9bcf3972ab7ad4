package io.carillon.channels.email;

import io.carillon.core.message.Content;
import io.carillon.core.message.DispatchId;
import io.carillon.core.message.Outgoing;
import io.carillon.core.message.Purpose;
import io.carillon.core.person.Channel;
import io.carillon.core.person.Endpoint;
import java.time.Instant;
import java.util.Optional;

/** Messages to test with. */
final class Mails {
    static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    static final String FROM = "Shop <shop@example.com>";

    private Mails() {}

    static Outgoing mail(String id) {
        return mail(id, "ada@example.org", "Still yours", "<p>One bike is waiting.</p>", "One bike is waiting.");
    }

    static Outgoing mail(String id, String to, String subject, String html, String text) {
        var url = Optional.of("https://shop.example.com/u/abc");
        return of(id, to, Purpose.MARKETING, new Content.Email(subject, html, text, url));
    }

    static Outgoing of(String id, String to, Purpose purpose, Content content) {
        return new Outgoing(new DispatchId(id), new Endpoint(Channel.EMAIL, to), purpose, content, AT);
    }
}
