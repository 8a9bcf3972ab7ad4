package io.carillon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The workspace of a run: six segments, a cart reminder that waits, a message that leaves at once. */
final class Shop {
    private static final Map<String, String> FILES = new TreeMap<>(Map.ofEntries(
            Map.entry("workspace.yaml", """
                    workspace: bench
                    timezone: Europe/Berlin
                    """),
            Map.entry("sources/site.yaml", """
                    source: site
                    writeKey: ${env:SITE_KEY}
                    """),
            Map.entry("topics/reminders.yaml", """
                    topic: reminders
                    default: opt-out
                    """),
            Map.entry("segments/browsers.yaml", """
                    segment: browsers
                    name: Looking around
                    when: {event: Product Viewed, count: {atLeast: 3}, within: 1d}
                    """),
            Map.entry("segments/carts.yaml", """
                    segment: carts
                    name: Carts without an order
                    when:
                      all:
                        - {event: Product Added, within: 7d}
                        - not: {event: Order Completed, within: 7d}
                    """),
            Map.entry("segments/buyers.yaml", """
                    segment: buyers
                    name: Buyers of 60 days
                    when: {event: Order Completed, within: 60d}
                    """),
            Map.entry("segments/big-buyers.yaml", """
                    segment: big-buyers
                    name: Big buyers
                    when:
                      event: Order Completed
                      where: {property: total, atLeast: 100}
                      count: {atLeast: 2}
                      within: 365d
                    """),
            Map.entry("segments/neighbours.yaml", """
                    segment: neighbours
                    name: Readers nearby
                    when:
                      all:
                        - {trait: country, in: [DE, AT, CH]}
                        - {trait: newsletter, in: [true]}
                    """),
            Map.entry("segments/lapsing.yaml", """
                    segment: lapsing
                    name: Bought, not lately
                    when:
                      all:
                        - {event: Order Completed, count: {atLeast: 1}}
                        - not: {event: Order Completed, within: 30d}
                    """),
            Map.entry("messages/cart-reminder.yaml", """
                    message: cart-reminder
                    purpose: marketing
                    topic: reminders
                    channels:
                      email:
                        subject: "Still yours, {{ customer.firstName }}"
                        html: "<p>{{ event.name }} is waiting. <a href='{{ unsubscribe_url }}'>Unsubscribe</a></p>"
                    """),
            Map.entry("messages/password-reset.yaml", """
                    message: password-reset
                    purpose: transactional
                    channels:
                      email:
                        subject: "Reset {{ event.request_id }}"
                        html: >-
                          <h1>Hello {{ customer.firstName | default: 'there' }}</h1>
                          <p>Somebody, you we hope, asked for a new password.
                          <a href="https://shop.example/reset/{{ event.request_id }}">Choose one here.</a></p>
                          <p>If it was not you, there is nothing to do.</p>
                    """),
            Map.entry("journeys/abandoned-cart.yaml", """
                    journey: abandoned-cart
                    trigger: {event: Product Added, key: cart_id}
                    exit: [{event: Order Completed}]
                    steps:
                      - wait: 1h
                      - send: cart-reminder
                    """),
            Map.entry("journeys/password-reset.yaml", """
                    journey: password-reset
                    trigger: {event: Password Reset Requested, key: request_id}
                    steps:
                      - send: password-reset
                    """)));

    private Shop() {}

    /** The workspace's files by path, with mail going to a port of this machine. */
    static SortedMap<String, String> files(int smtpPort) {
        var files = new TreeMap<>(FILES);
        files.put("channels/mail.yaml", """
                channel: email
                provider: smtp
                host: 127.0.0.1
                port: %d
                security: none
                from: Shop <shop@example.com>
                """.formatted(smtpPort));
        return files;
    }

    /** Writes the workspace. */
    static void write(Path folder, int smtpPort) throws IOException {
        for (var file : files(smtpPort).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Path parent = path.getParent();
            if (parent != null) Files.createDirectories(parent);
            Files.writeString(path, file.getValue());
        }
    }
}
