package io.carillon.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The smallest useful workspace, as files in a folder, with waits short enough for a test. */
final class ShopFolder {
    static final String WRITE_KEY = "site-key";
    private final Path folder;

    private ShopFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes it.
     *
     * @param wait from the cart to its reminder, as a definition says it
     */
    static ShopFolder in(Path folder, int smtpPort, String wait) {
        return new ShopFolder(folder)
                .write("workspace.yaml", """
                        workspace: shop
                        timezone: Europe/Berlin
                        """)
                .write("sources/site.yaml", """
                        source: site
                        writeKey: ${env:SITE_KEY}
                        """)
                .write("topics/reminders.yaml", """
                        topic: reminders
                        default: opt-out
                        """)
                .write("channels/mail.yaml", """
                        channel: email
                        provider: smtp
                        host: 127.0.0.1
                        port: %d
                        security: none
                        from: Shop <shop@example.com>
                        """.formatted(smtpPort))
                .write("messages/cart-reminder.yaml", """
                        message: cart-reminder
                        purpose: marketing
                        topic: reminders
                        channels:
                          email:
                            subject: "Still yours, {{ customer.firstName }}"
                            html: "<p>{{ event.name }} is waiting. <a href='{{ unsubscribe_url }}'>Unsubscribe</a></p>"
                        """)
                .write("journeys/abandoned-cart.yaml", """
                        journey: abandoned-cart
                        trigger: {event: Product Added, key: cart_id}
                        exit: [{event: Order Completed}]
                        steps:
                          - wait: %s
                          - send: cart-reminder
                        """.formatted(wait));
    }

    ShopFolder write(String file, String text) {
        Path path = folder.resolve(file);
        try {
            Files.createDirectories(path.getParent() == null ? folder : path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Path path() {
        return folder;
    }
}
