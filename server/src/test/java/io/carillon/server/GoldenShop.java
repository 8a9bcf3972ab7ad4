package io.carillon.server;

import io.carillon.core.entity.PersonKind;
import io.carillon.core.entity.knowledge.Addresses;
import io.carillon.core.entity.knowledge.Definitions;
import io.carillon.core.entity.knowledge.Knowledge;
import io.carillon.core.entity.person.PersonMessage;
import io.carillon.core.host.EntityKind;
import io.carillon.core.host.Lane;
import io.carillon.host.local.LocalHost;
import io.carillon.host.local.LocalHostSettings;
import io.carillon.server.runtime.DataFolder;
import io.carillon.server.runtime.Engine;
import io.carillon.testkit.Events;
import io.carillon.testkit.PoisonedKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a golden data folder holds: a little of everything that is stored. Made by calls that every version answers, so
 * that the folder of an old one is made by the code of that time.
 */
final class GoldenShop {
    private static final String PARKED = "Poison";

    private GoldenShop() {}

    /** For a server of another version: {@code GoldenShop PORT}, once its workspace is that of {@link #workspace}. */
    public static void main(String[] args) {
        try (var client = new ShopClient(Integer.parseInt(args[0]))) {
            fill(client);
        }
    }

    /** @param smtpPort where nobody listens when the folder is made, so that a message waits */
    static ShopFolder workspace(Path folder, int smtpPort) {
        return ShopFolder.in(folder, smtpPort, "1h")
                .write("segments/buyers.yaml", """
                        segment: buyers
                        when: {event: Order Completed, within: 365d}
                        """)
                .write("messages/welcome.yaml", """
                        message: welcome
                        purpose: transactional
                        channels:
                          email:
                            subject: "Welcome, {{ customer.firstName }}"
                            html: "<p>Good to have you.</p>"
                        """)
                .write("journeys/welcome.yaml", """
                        journey: welcome
                        trigger: {event: Signed Up}
                        steps:
                          - send: welcome
                        """);
    }

    static void fill(ShopClient client) {
        client.take("identify", """
                {"userId": "ada", "messageId": "ada-1", "traits": {"email": "ada@x.org", "firstName": "Ada"}}""");
        client.take("track", """
                {"userId": "ada", "messageId": "ada-2", "event": "Lamp Viewed", "properties": {"price": 19.5}}""");
        client.take("track", """
                {"userId": "ada", "messageId": "ada-3", "event": "Product Added",
                 "properties": {"cart_id": "c1", "name": "Lamp"}}""");
        client.take("page", """
                {"anonymousId": "b1", "messageId": "bob-1", "name": "Home"}""");
        client.take("identify", """
                {"userId": "bob", "anonymousId": "b1", "messageId": "bob-2",
                 "traits": {"email": "bob@x.org", "firstName": "Bob"}}""");
        client.take("track", """
                {"userId": "bob", "messageId": "bob-3", "event": "Product Added",
                 "properties": {"cart_id": "c2", "name": "Chair"}}""");
        client.take("track", """
                {"userId": "bob", "messageId": "bob-4", "event": "Order Completed", "properties": {"total": 120}}""");
        client.take("identify", """
                {"userId": "dan", "messageId": "dan-1", "traits": {"email": "dan@x.org", "firstName": "Dan"}}""");
        client.put("/api/customers/" + client.idOf("user:dan") + "/subscriptions", """
                {"channel": "email", "topic": "reminders", "subscribed": false}""");
        client.take("track", """
                {"userId": "dan", "messageId": "dan-2", "event": "Product Added",
                 "properties": {"cart_id": "c3", "name": "Table"}}""");
        client.take("identify", """
                {"userId": "cy", "messageId": "cy-1", "traits": {"email": "cy@x.org", "firstName": "Cy"}}""");
        client.take("track", """
                {"userId": "cy", "messageId": "cy-2", "event": "Signed Up"}""");
    }

    /** A message of {@code user:eve} fails, as if there were a bug, in a server that is stopped. */
    static void park(Path data) throws IOException {
        var kinds = new ArrayList<EntityKind<?, ?, Knowledge>>(Engine.kinds());
        kinds.set(0, new PoisonedKind<>(new PersonKind(), GoldenShop::isPoison));
        var nothing = new Knowledge(
                0, Definitions.NONE, List.of(), new Addresses("http://localhost", new DataFolder(data).key()));
        try (var host = new LocalHost<>(LocalHostSettings.at(data.resolve("store")), kinds, nothing)) {
            Instant now = Instant.now();
            var event = new Events().track("user:eve", PARKED, now, now, "total", "7");
            host.submit(
                    event.strongest().address(),
                    Lane.BULK,
                    replyTo -> new PersonMessage.Received(event, replyTo),
                    _ -> {});
            if (!host.awaitRest(Duration.ofSeconds(60)) || host.parked(2).size() != 1) {
                throw new AssertionError("one message should be parked: " + host.parked(2));
            }
        }
    }

    private static boolean isPoison(PersonMessage message) {
        return message instanceof PersonMessage.Received(var event, var _)
                && event.name().equals(PARKED);
    }
}
