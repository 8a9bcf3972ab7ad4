package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A person says that somebody who was merged away is somebody else. */
class UnmergeTest {
    private final RunningServer server;
    private final ShopClient client;

    UnmergeTest(@TempDir Path folder) {
        server = RunningServer.in(folder, "1h");
        client = server.client;
    }

    @BeforeEach
    void twoWhoShareADevice() {
        client.take("identify", "{\"anonymousId\": \"a1\", \"traits\": {\"city\": \"Wien\"}}");
        anonymous = client.idOf("anonymous:a1");
        client.take("identify", """
                {"userId": "ada", "anonymousId": "a1", "messageId": "they-meet", "traits": {"firstName": "Ada"}}""");
        client.take("track", "{\"anonymousId\": \"a1\", \"event\": \"Product Viewed\"}");
        ada = client.idOf("user:ada");
        assertThat(client.idOf("anonymous:a1")).isEqualTo(ada);
    }

    private String anonymous = "";
    private String ada = "";

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whoeverIsPartedIsTheirOwnCustomerAgainWithWhatIsTheirs() {
        HttpResponse<String> answer = unmerge(ada, anonymous);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(client.idOf("anonymous:a1")).isEqualTo(anonymous);
        assertThat(client.customer("anonymous:a1").path("traits").path("city").asString())
                .isEqualTo("Wien");
        assertThat(client.customer("user:ada").path("traits").has("city")).isFalse();
        assertThat(client.customer("user:ada").path("traits").path("firstName").asString())
                .isEqualTo("Ada");
    }

    @Test
    void anEventThatNamesBothDoesNotMergeThemAgainAndAnotherUnmergeIsRefused() {
        assertThat(unmerge(ada, anonymous).statusCode()).isEqualTo(200);

        client.take("identify", "{\"userId\": \"ada\", \"anonymousId\": \"a1\", \"traits\": {}}");

        assertThat(client.idOf("anonymous:a1")).isEqualTo(anonymous);
        HttpResponse<String> again = unmerge(ada, anonymous);
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("already_unmerged");
    }

    @Test
    void whoeverNeverMergedIsNotParted() {
        client.identify("bob", "Bob");

        HttpResponse<String> answer = unmerge(ada, client.idOf("user:bob"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("never_merged");
        assertThat(unmerge(ada, "nobody").statusCode()).isEqualTo(404);
        assertThat(unmerge("nobody", anonymous).statusCode()).isEqualTo(404);
    }

    @Test
    void theJournalSaysWhoCameByWhatAndWhoWent() {
        unmerge(ada, anonymous);

        List<JsonNode> rows = merges(ada);
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst().path("type").asString()).isEqualTo("unmerged");
        assertThat(rows.getFirst().path("customer").asString()).isEqualTo(anonymous);
        assertThat(rows.getFirst().path("identifiers").get(0).asString()).isEqualTo("anonymous:a1");
        assertThat(rows.getLast().path("type").asString()).isEqualTo("merged");
        assertThat(rows.getLast().path("messageId").asString()).isEqualTo("they-meet");
        assertThat(rows.getLast().path("because").asString()).isEqualTo("anonymous:a1");
        assertThat(merges(anonymous))
                .extracting(row -> row.path("type").asString())
                .containsExactly("restored");
    }

    private List<JsonNode> merges(String id) {
        JsonNode items = client.get("/api/customers/" + id + "/merges").path("items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    private HttpResponse<String> unmerge(String id, String absorbed) {
        return client.post("/api/customers/" + id + "/unmerge", "{\"customer\": \"%s\"}".formatted(absorbed));
    }
}
