package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What becomes of a message when the provider says other things than yes. */
class DeliveryTest {
    private final RunningServer server;
    private final ShopClient client;

    DeliveryTest(@TempDir Path folder) {
        server = RunningServer.in(folder, "100ms");
        client = server.client;
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aMessageWaitsForAProviderThatIsDown() {
        server.sink.kill();
        client.identify("ada", "Ada");
        client.addToCart("ada", "c1", "Lamp");
        JsonNode waiting = eventually(
                        () -> messages("user:ada"),
                        list -> list.stream()
                                .anyMatch(message -> is(message, "queued")
                                        && message.path("attempts").asInt() > 0))
                .getFirst();

        server.sink.restart();
        server.awaitMails(1);

        assertThat(waiting.path("reason").asString()).isNotEmpty();
        eventually(() -> messages("user:ada"), list -> is(list.getFirst(), "sent"));
        assertThat(server.sink.takenMoreThanOnce()).isEmpty();
    }

    @Test
    void aRejectedMessageIsListedAndSentAgainWhenAskedTo() {
        server.sink.refuse("ada@x.org");
        client.identify("ada", "Ada");
        client.addToCart("ada", "c1", "Lamp");
        JsonNode rejected = eventually(() -> client.all("/api/messages?status=rejected"), list -> !list.isEmpty())
                .getFirst();
        String path = "/api/messages/" + rejected.path("id").asString();

        server.sink.welcome("ada@x.org");
        int retried = client.post(path + "/retry").statusCode();
        eventually(() -> client.get(path), message -> !is(message, "rejected"));

        assertThat(rejected.path("endpoint").asString()).isEqualTo("ada@x.org");
        assertThat(rejected.path("reason").asString()).contains("550");
        assertThat(retried).isEqualTo(202);
        assertThat(client.post("/api/messages/none/retry").statusCode()).isEqualTo(404);
    }

    @Test
    void aSentMessageIsNotRetried() {
        client.identify("ada", "Ada");
        client.addToCart("ada", "c1", "Lamp");
        JsonNode sent = eventually(() -> client.all("/api/messages?status=sent"), list -> !list.isEmpty())
                .getFirst();

        assertThat(client.post("/api/messages/" + sent.path("id").asString() + "/retry")
                        .statusCode())
                .isEqualTo(409);
        assertThat(client.look("/api/messages?status=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void aReceiptComesAlsoToWhoWantsNoReminders() {
        server.shop.write("messages/receipt.yaml", """
                        message: receipt
                        purpose: transactional
                        channels:
                          email:
                            subject: "Your order {{ event.order_id }}"
                            html: "<p>Thank you, {{ customer.firstName }}</p>"
                        """).write("journeys/receipt.yaml", """
                        journey: receipt
                        trigger: {event: Order Completed, key: order_id}
                        steps:
                          - send: receipt
                        """);
        assertThat(client.post("/api/workspace/reload").statusCode()).isEqualTo(200);
        client.take("identify", """
                {"userId": "ada", "traits": {"email": "ada@x.org", "firstName": "Ada",
                 "subscriptions": [{"channel": "email", "topic": "reminders", "subscribed": false}]}}""");
        client.addToCart("ada", "c1", "Lamp");
        client.track("ada", "Order Completed", "{\"order_id\": \"o-1\"}");

        server.awaitMails(1);

        assertThat(server.sink.to("ada@x.org")).singleElement().satisfies(mail -> {
            assertThat(mail.header("Subject")).hasValue("Your order o-1");
            assertThat(mail.header("List-Unsubscribe")).isEmpty();
        });
    }

    @Test
    void theSandboxKeepsWhatWouldHaveBeenSent() {
        server.shop.write("channels/mail.yaml", """
                channel: email
                provider: sandbox
                """);
        assertThat(client.post("/api/workspace/reload").body()).contains("version");
        client.identify("ada", "Ada");
        client.addToCart("ada", "c1", "Lamp");
        JsonNode sent = eventually(() -> client.all("/api/messages?status=sent"), list -> !list.isEmpty())
                .getFirst();

        JsonNode content =
                client.get("/api/messages/" + sent.path("id").asString()).path("content");

        assertThat(content.path("subject").asString()).isEqualTo("Still yours, Ada");
        assertThat(content.path("html").asString()).contains("Lamp is waiting");
        assertThat(content.path("text").asString()).contains("Lamp is waiting");
        assertThat(server.sink.count()).isZero();
    }

    @Test
    void aTemplateThatFailsSendsNothingAndSaysSo() {
        server.shop.write("messages/cart-reminder.yaml", """
                message: cart-reminder
                purpose: marketing
                topic: reminders
                channels:
                  email:
                    subject: "{{ 1 | divided_by: event.zero }}"
                    html: "<p>x</p>"
                """);
        assertThat(client.post("/api/workspace/reload").statusCode()).isEqualTo(200);
        client.identify("ada", "Ada");
        client.track("ada", "Product Added", "{\"cart_id\": \"c1\", \"zero\": 0}");

        List<JsonNode> decisions = eventually(
                () -> client.all("/api/customers/" + client.idOf("user:ada") + "/decisions"),
                list -> !list.isEmpty()
                        && list.getFirst().path("outcome").asString().equals("withheld")
                        && list.getFirst().path("reasons").toString().contains("content"));

        assertThat(decisions.getFirst().path("reasons"))
                .last()
                .satisfies(reason -> assertThat(reason.path("gate").asString()).isEqualTo("content"));
        assertThat(server.sink.count()).isZero();
    }

    private List<JsonNode> messages(String identifier) {
        return client.all("/api/messages?customer=" + client.idOf(identifier));
    }

    private static boolean is(JsonNode message, String status) {
        return message.path("status").asString().equals(status);
    }
}
