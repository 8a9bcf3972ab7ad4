package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A restart changes nothing. */
class RestartTest {
    private final RunningServer server;

    RestartTest(@TempDir Path folder) {
        server = RunningServer.in(folder, "3s");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aWaitGoesOnOverARestart() {
        server.client.identify("ada", "Ada");
        Instant before = Instant.now();
        server.client.addToCart("ada", "c1", "Lamp");

        server.restart();
        server.awaitMails(1);

        assertThat(server.sink.kept().getFirst().receivedAt()).isAfterOrEqualTo(before.plus(Duration.ofSeconds(3)));
        assertThat(server.sink.kept().getFirst().text()).contains("Lamp is waiting");
    }

    @Test
    void aMessageIdIsRememberedOverARestart() {
        String call = """
                {"userId": "ada", "event": "Lamp Viewed", "messageId": "m1"}""";
        server.client.take("track", call);
        server.client.take("track", call);

        server.restart();
        server.client.take("track", call);

        assertThat(events("user:ada")).hasSize(1);
    }

    @Test
    void definitionsStayWithoutTheFolder() {
        server.restartWithoutWorkspace();
        server.client.identify("ada", "Ada");
        server.client.addToCart("ada", "c1", "Lamp");

        server.awaitMails(1);

        assertThat(server.sink.to("ada@x.org")).hasSize(1);
        assertThat(server.client.post("/api/workspace/reload").statusCode()).isEqualTo(409);
    }

    @Test
    void aRunUnderWayKeepsTheJourneyThatItBeganWith() {
        server.shop.write("channels/hook.yaml", """
                channel: webhook
                provider: webhook
                url: https://hooks.example.com/in
                secret: ${env:HOOK_KEY}
                """);
        assertThat(server.client.post("/api/workspace/reload").statusCode()).isEqualTo(200);
        server.client.identify("ada", "Ada");
        server.client.addToCart("ada", "c1", "Lamp");
        server.shop.write("journeys/abandoned-cart.yaml", """
                journey: abandoned-cart
                trigger: {event: Something Else, key: cart_id}
                steps:
                  - wait: 1h
                  - send: cart-reminder
                """);

        server.restart();
        server.awaitMails(1);

        assertThat(server.sink.to("ada@x.org")).hasSize(1);
        eventually(
                () -> server.client.customer("user:ada"),
                ada -> ada.path("journeys").isEmpty());
    }

    private List<JsonNode> events(String identifier) {
        return server.client.all("/api/customers/" + server.client.idOf(identifier) + "/timeline").stream()
                .filter(row -> row.path("type").asString().equals("event"))
                .toList();
    }
}
