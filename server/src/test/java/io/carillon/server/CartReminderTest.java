package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.testkit.smtp.ReceivedMail;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The main job on the wired server: a cart that is left brings one mail, one that is bought brings none. */
class CartReminderTest {
    private final RunningServer server;

    CartReminderTest(@TempDir Path folder) {
        server = RunningServer.in(folder, "3s");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aCartThatIsLeftBringsOneMailWithTheCartAndTheName() {
        server.client.identify("ada", "Ada");
        server.client.addToCart("ada", "c1", "Lamp");
        server.client.addToCart("ada", "c1", "Rug");

        server.awaitMails(1);

        ReceivedMail mail = server.sink.to("ada@x.org").getFirst();
        assertThat(mail.header("Subject")).hasValue("Still yours, Ada");
        assertThat(mail.header("List-Unsubscribe-Post")).hasValue("List-Unsubscribe=One-Click");
        assertThat(mail.text())
                .contains("Lamp is waiting")
                .contains("text/plain")
                .doesNotContain("Rug");
        JsonNode message = eventually(() -> messages("user:ada"), list -> hasStatus(list, "sent"))
                .getFirst();
        assertThat(message.path("endpoint").asString()).isEqualTo("ada@x.org");
        assertThat(server.sink.count()).isEqualTo(1);
    }

    @Test
    void anOrderFirstBringsNoMailAndTheReason() {
        server.client.identify("bob", "Bob");
        server.client.addToCart("bob", "c1", "Lamp");
        server.client.track("bob", "Order Completed", "{}");
        server.client.identify("eve", "Eve");
        server.client.addToCart("eve", "c2", "Rug"); // due after Bob's would have been

        server.awaitMails(1);

        assertThat(server.sink.to("bob@x.org")).isEmpty();
        assertThat(messages("user:bob")).isEmpty();
        List<JsonNode> decisions = server.client.all("/api/customers/" + server.client.idOf("user:bob") + "/decisions");
        assertThat(decisions).singleElement().satisfies(decision -> {
            assertThat(decision.path("outcome").asString()).isEqualTo("withheld");
            assertThat(decision.path("reasons").path(0).path("gate").asString()).isEqualTo("still_true");
            assertThat(decision.path("reasons").path(0).path("detail").asString())
                    .contains("exited");
        });
        List<JsonNode> timeline = server.client.all("/api/customers/" + server.client.idOf("user:bob") + "/timeline");
        assertThat(timeline)
                .filteredOn(row -> row.path("type").asString().equals("journey_ended"))
                .singleElement()
                .satisfies(row -> assertThat(row.path("reason").asString()).contains("exit"));
    }

    @Test
    void aCartOfSomebodyUnknownBringsTheMailOnceTheyAreKnown() {
        server.client.take("track", """
                {"anonymousId": "a1", "event": "Product Added", "properties": {"cart_id": "c1", "name": "Lamp"}}""");
        server.client.take("identify", """
                {"userId": "cyd", "anonymousId": "a1", "traits": {"email": "cyd@x.org", "firstName": "Cyd"}}""");

        server.awaitMails(1);

        assertThat(server.sink.to("cyd@x.org"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.header("Subject")).hasValue("Still yours, Cyd"));
    }

    private List<JsonNode> messages(String identifier) {
        return server.client.all("/api/messages?customer=" + server.client.idOf(identifier));
    }

    private static boolean hasStatus(List<JsonNode> messages, String status) {
        return messages.stream()
                .anyMatch(message -> message.path("status").asString().equals(status));
    }
}
