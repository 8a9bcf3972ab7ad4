package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.testkit.smtp.ReceivedMail;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a person says about mails is heard, by whichever way. */
class UnsubscribeTest {
    private final RunningServer server;

    UnsubscribeTest(@TempDir Path folder) {
        server = RunningServer.in(folder, "100ms");
    }

    @BeforeEach
    void aMailHasCome() {
        server.client.identify("ada", "Ada");
        server.client.addToCart("ada", "c1", "Lamp");
        server.awaitMails(1);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void lookingAtTheLinkChangesNothing() {
        HttpResponse<String> page = server.client.send(server.client.to(link()));
        server.client.addToCart("ada", "c2", "Rug");

        server.awaitMails(2);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<form").contains("reminders");
    }

    @Test
    void oneClickEndsTheMails() {
        HttpResponse<String> done = server.client.send(server.client
                .to(link())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
        server.client.addToCart("ada", "c2", "Rug");

        assertThat(done.statusCode()).isEqualTo(200);
        assertThat(lastDecision("c2").path("outcome").asString()).isEqualTo("withheld");
        assertThat(server.sink.count()).isEqualTo(1);
        assertThat(server.client.send(server.client.to(link())).body()).contains("again");
        assertThat(server.client.customer("user:ada").path("subscriptions"))
                .anyMatch(choice -> !choice.path("subscribed").asBoolean());
    }

    @Test
    void anAdministratorEndsAndResumesTheMails() {
        String path = "/api/customers/" + server.client.idOf("user:ada") + "/subscriptions";
        String choice = """
                {"channel": "email", "topic": "reminders", "subscribed": %s}""";

        assertThat(server.client.put(path, choice.formatted("false")).statusCode())
                .isEqualTo(200);
        server.client.addToCart("ada", "c2", "Rug");
        JsonNode withheld = lastDecision("c2");
        assertThat(server.client.put(path, choice.formatted("true")).statusCode())
                .isEqualTo(200);
        server.client.addToCart("ada", "c3", "Vase");
        server.awaitMails(2);

        assertThat(withheld.path("reasons"))
                .last()
                .satisfies(reason -> assertThat(reason.path("gate").asString()).isEqualTo("consent"));
        assertThat(server.sink.kept().getLast().text()).contains("Vase is waiting");
        assertThat(server.client.put(path, "{\"channel\": \"email\"}").statusCode())
                .isEqualTo(400);
    }

    @Test
    void aLinkThatIsNoneIs404() {
        assertThat(server.client.send(server.client.to("/u/nonsense")).statusCode())
                .isEqualTo(404);
        assertThat(server.client
                        .send(server.client.to(link() + "x").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(404);
    }

    private String link() {
        ReceivedMail mail = server.sink.to("ada@x.org").getFirst();
        String url = mail.header("List-Unsubscribe").orElseThrow().replaceAll("^<|>$", "");
        assertThat(url).startsWith("http://localhost:" + server.port() + "/u/");
        return URI.create(url).getPath();
    }

    private JsonNode lastDecision(String cart) {
        String path = "/api/customers/" + server.client.idOf("user:ada") + "/decisions";
        List<JsonNode> found = eventually(
                () -> server.client.all(path).stream()
                        .filter(decision -> decision.path("key").asString().equals(cart))
                        .toList(),
                list -> !list.isEmpty());
        return found.getFirst();
    }
}
