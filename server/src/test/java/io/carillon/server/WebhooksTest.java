package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Facts, from a call at the edge to somebody's server. */
class WebhooksTest {
    private final RunningServer server;

    WebhooksTest(@TempDir Path folder) {
        server = RunningServer.in(folder, "50ms");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void factsAreToldSignedInOneEnvelope() {
        try (var receiver = new WebhookReceiver(_ -> 204)) {
            subscribe(receiver, "event.accepted, segment.entered, decision.made, message.sent, identifier.linked");

            server.client.identify("ada", "Ada");
            server.client.addToCart("ada", "c1", "Lamp");
            List<WebhookReceiver.Told> told =
                    eventually(receiver::told, seen -> types(seen).toList().contains("message.sent"));

            assertThat(types(told)).contains("event.accepted", "identifier.linked", "segment.entered", "decision.made");
            assertThat(told).allMatch(WebhookReceiver.Told::verified);
            assertThat(told).extracting(WebhookReceiver.Told::id).doesNotHaveDuplicates();
            String ada = server.client.idOf("user:ada");
            assertThat(told)
                    .allMatch(each ->
                            each.body().path("data").path("customer").asString().equals(ada));
            JsonNode added = receiver.told("event.accepted").stream()
                    .map(each -> each.body().path("data"))
                    .filter(data -> data.path("event").asString().equals("Product Added"))
                    .findFirst()
                    .orElseThrow();
            assertThat(added.path("properties").path("cart_id").asString()).isEqualTo("c1");
            JsonNode sent = receiver.told("message.sent").getFirst().body();
            assertThat(sent.path("timestamp").asString()).endsWith("Z");
            assertThat(sent.path("data").path("message").asString()).isEqualTo("cart-reminder");
        }
    }

    @Test
    void aJourneyTellsAWebhookAndWaitsForIt() {
        try (var receiver = new WebhookReceiver(_ -> 200)) {
            server.shop.write("journeys/tell.yaml", """
                    journey: tell
                    trigger: {event: Product Added, key: cart_id}
                    steps:
                      - webhook: {name: crm, atMost: 1h, body: '{"type": "cart", "cart": "{{ run.key }}"}'}
                      - set: {told: true}
                    """);
            subscribe(receiver, "segment.left");

            server.client.addToCart("ada", "c1", "Lamp");
            WebhookReceiver.Told told =
                    eventually(receiver::told, seen -> !seen.isEmpty()).getFirst();
            JsonNode timeline = eventually(
                    () -> server.client.get("/api/customers/" + server.client.idOf("user:ada") + "/timeline"),
                    seen -> seen.toString().contains("trait_set"));

            assertThat(told.verified()).isTrue();
            assertThat(told.body().path("cart").asString()).isEqualTo("c1");
            assertThat(timeline.toString()).contains("\"outcome\":\"asked\"").contains("\"outcome\":\"delivered\"");
            assertThat(server.client.look("/metrics").body())
                    .contains("carillon_webhook_calls_total{outcome=\"accepted\"} 1.0")
                    .contains("carillon_webhook_waiting 0.0")
                    .contains("carillon_webhook_dead 0.0")
                    .contains("carillon_webhook_oldest_seconds 0.0");
        }
    }

    @Test
    void whoIsBusyIsToldAgainUnderTheSameId() {
        try (var receiver = new WebhookReceiver(number -> number == 0 ? 503 : 200)) {
            subscribe(receiver, "segment.entered");
            server.client.addToCart("ada", "c1", "Lamp");

            List<WebhookReceiver.Told> told = eventually(receiver::told, seen -> seen.size() == 2);

            assertThat(told.get(1)).isEqualTo(told.get(0));
        }
    }

    @Test
    void whoIsGoneIsCalledNoMoreUntilSomebodySaysSo() {
        try (var receiver = new WebhookReceiver(number -> number == 0 ? 410 : 200)) {
            subscribe(receiver, "segment.entered");
            server.client.addToCart("ada", "c1", "Lamp");
            eventually(this::webhook, seen -> seen.path("disabled").asString().contains("410"));
            server.restart();
            server.client.addToCart("bob", "c2", "Chair");
            assertThat(receiver.told()).hasSize(1);

            assertThat(server.client.post("/api/webhooks/crm/enable").statusCode())
                    .isEqualTo(202);
            List<WebhookReceiver.Told> told = eventually(receiver::told, seen -> seen.size() == 3);

            assertThat(told)
                    .extracting(WebhookReceiver.Told::id)
                    .contains(told.getFirst().id());
            assertThat(told.stream().skip(1))
                    .extracting(WebhookReceiver.Told::id)
                    .contains(told.getFirst().id());
            assertThat(webhook().has("disabled")).isFalse();
        }
    }

    @Test
    void theListOfTheDeadIsOfWebhooksThatAreThere() {
        assertThat(server.client.look("/api/webhooks/crm/dead").statusCode()).isEqualTo(404);
        try (var receiver = new WebhookReceiver(_ -> 200)) {
            subscribe(receiver, "segment.entered");

            assertThat(server.client.all("/api/webhooks/crm/dead")).isEmpty();
            assertThat(server.client.post("/api/webhooks/crm/dead/x/redrive").statusCode())
                    .isEqualTo(404);
            assertThat(webhook().path("facts").get(0).asString()).isEqualTo("segment.entered");
        }
    }

    private void subscribe(WebhookReceiver receiver, String facts) {
        server.shop
                .write("webhooks/crm.yaml", receiver.definition(facts))
                .write("segments/carts.yaml", "segment: carts\nwhen: {event: Product Added}\n");
        assertThat(server.client.post("/api/workspace/reload").statusCode()).isEqualTo(200);
    }

    private JsonNode webhook() {
        return server.client.all("/api/webhooks").getFirst();
    }

    private static Stream<String> types(List<WebhookReceiver.Told> told) {
        return told.stream().map(WebhookReceiver.Told::type);
    }
}
