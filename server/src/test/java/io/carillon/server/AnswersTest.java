package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the management API answers about a shop that runs. */
class AnswersTest {
    private final RunningServer server;
    private final ShopClient client;

    AnswersTest(@TempDir Path folder) {
        server = RunningServer.in(folder, "100ms");
        client = server.client;
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aCustomerIsFoundByAnyOfTheirNames() {
        client.identify("ada", "Ada");

        JsonNode byUser = client.customer("user:ada");

        assertThat(byUser.path("id").asString()).matches("[A-Za-z0-9_-]+");
        assertThat(byUser.path("traits").path("firstName").asString()).isEqualTo("Ada");
        assertThat(eventually(
                        () -> client.look("/api/customers?identifier=email:ADA@x.org"),
                        answer -> answer.statusCode() == 200
                                && ShopClient.json(answer).path("id").equals(byUser.path("id"))))
                .isNotNull();
        assertThat(client.get("/api/customers/" + byUser.path("id").asString()).path("id"))
                .isEqualTo(byUser.path("id"));
    }

    @Test
    void whoIsNotThereIsA404WithTheReason() {
        for (String path : List.of(
                "/api/customers/nobody", "/api/customers?identifier=user:nobody", "/api/customers/x/timeline")) {
            HttpResponse<String> answer = client.look(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(ShopClient.json(answer).path("error").path("code").asString())
                    .isEqualTo("no_such_customer");
        }
        assertThat(client.look("/api/customers?identifier=nonsense").statusCode())
                .isEqualTo(400);
    }

    @Test
    void anIdMergedAwayAnswersWithTheSurvivor() {
        client.take("page", "{\"anonymousId\": \"a1\", \"name\": \"Home\"}");
        String before = client.idOf("anonymous:a1");
        client.take("identify", "{\"userId\": \"ada\", \"anonymousId\": \"a1\"}");
        String survivor = client.idOf("user:ada");

        eventually(
                () -> client.get("/api/customers/" + before),
                found -> found.path("id").asString().equals(survivor));

        assertThat(client.customer("user:ada").path("mergedIds"))
                .extracting(JsonNode::asString)
                .containsExactly(before);
        assertThat(client.all("/api/customers/" + before + "/timeline"))
                .filteredOn(row -> row.path("type").asString().equals("event"))
                .extracting(row -> row.path("event").path("type").asString())
                .containsExactly("identify", "page");
    }

    @Test
    void withoutTheTokenThereIsNoAnswer() {
        assertThat(client.send(client.to("/api/customers?identifier=user:ada")).statusCode())
                .isEqualTo(401);
        assertThat(client.send(client.to("/api/messages").header("Authorization", "Bearer x"))
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void aDecisionGivesItsReasonsInTheOrderOfTheChecks() {
        client.identify("ada", "Ada");
        client.addToCart("ada", "c1", "Lamp");
        server.awaitMails(1);
        String path = "/api/customers/" + client.idOf("user:ada") + "/decisions";

        JsonNode decision = eventually(
                        () -> client.all(path),
                        list -> list.getFirst().path("outcome").asString().equals("sent")
                                && list.getFirst().path("reasons").toString().contains("provider"))
                .getFirst();

        assertThat(decision.path("journey").asString()).isEqualTo("abandoned-cart");
        assertThat(decision.path("candidates")).extracting(JsonNode::asString).containsExactly("email");
        assertThat(decision.path("reasons"))
                .extracting(reason -> reason.path("gate").asString())
                .containsSubsequence("definition", "consent", "reachable", "content", "provider");
        assertThat(decision.path("reasons"))
                .allMatch(reason -> reason.path("passed").asBoolean());
    }

    @Test
    void eventsThatCannotBeUsedAreCountedWithTheirReason() {
        client.take("track", "{\"userId\": \"ada\"}");
        client.take("track", "{\"userId\": \"ada\"}");
        client.take("batch", "{\"batch\": [{\"type\": \"page\"}]}");

        List<JsonNode> items = client.all("/api/quality");

        assertThat(items)
                .extracting(item -> "%s %s %d"
                        .formatted(
                                item.path("source").asString(),
                                item.path("reason").asString(),
                                item.path("count").asInt()))
                .contains("site missing_event_name 2", "site missing_identifier 1");
    }

    @Test
    void aSegmentHasASizeAndMembersAfterTheWorkspaceIsReadAgain() {
        server.shop.write("segments/lamps.yaml", """
                segment: lamps
                name: Lamp lovers
                when: {event: Lamp Viewed}
                """);

        assertThat(client.post("/api/workspace/reload").statusCode()).isEqualTo(200);
        client.track("ada", "Lamp Viewed", "{}");

        String ada = client.idOf("user:ada");
        eventually(
                () -> client.get("/api/segments/lamps"),
                segment -> segment.path("size").asInt() == 1);
        assertThat(client.all("/api/segments/lamps/members"))
                .extracting(member -> member.path("id").asString())
                .containsExactly(ada);
        assertThat(client.customer("user:ada").path("segments"))
                .extracting(JsonNode::asString)
                .containsExactly("lamps");
        assertThat(client.look("/api/segments/none").statusCode()).isEqualTo(404);
    }

    @Test
    void aWorkspaceWithAMistakeChangesNothing() {
        server.shop.write("segments/lamps.yaml", "segment: lamps\nwhen: {evnt: Lamp Viewed}\n");

        HttpResponse<String> answer = client.post("/api/workspace/reload");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("segments/lamps.yaml:2:");
        assertThat(client.look("/api/segments/lamps").statusCode()).isEqualTo(404);
    }
}
