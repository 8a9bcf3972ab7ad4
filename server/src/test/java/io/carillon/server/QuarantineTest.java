package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls that cannot be used, over HTTP: kept, explained, repaired, and used after all. */
class QuarantineTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NAMELESS = """
            {"messageId": "m1", "event": "Order Completed", "timestamp": "2026-01-05T10:00:00Z",
             "properties": {"customer_id": "ada", "total": 60}}""";

    private final RunningServer server;

    QuarantineTest(@TempDir Path folder) {
        server = RunningServer.in(folder, "1h");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aCallThatCannotBeUsedIsKeptWithItsReasonsAndASuggestion() {
        server.client.take("track", NAMELESS);

        JsonNode row = only("open");
        JsonNode call = server.client.get("/api/quarantine/" + row.path("id").asString());

        assertThat(row.path("name").asString()).isEqualTo("Order Completed");
        assertThat(row.path("at").asString()).isEqualTo("2026-01-05T10:00:00Z");
        assertThat(call.path("reasons").get(0).path("reason").asString()).isEqualTo("missing_identifier");
        assertThat(call.path("call").path("messageId").asString()).isEqualTo("m1");
        assertThat(call.path("now").path("usable").asBoolean()).isFalse();
        assertThat(call.path("suggestion").path("usable").asBoolean()).isTrue();
        assertThat(call.path("suggestion").path("repair").path("rename").toString())
                .isEqualTo("{\"properties.customer_id\":\"userId\"}");
    }

    @Test
    void whatIsSentTwiceIsKeptOnce() {
        server.client.take("track", NAMELESS);
        server.client.take("track", NAMELESS);

        only("open");
    }

    @Test
    void aTrialRunChangesNothingAndARepairIsReplayedIntoTheProfile() {
        server.client.take("track", NAMELESS);
        String id = only("open").path("id").asString();

        JsonNode trial = post("/api/quarantine/" + id + "/repair", "{\"suggested\": true, \"dryRun\": true}");
        assertThat(trial.path("usable").asBoolean()).isTrue();
        assertThat(only("open").path("repaired").asBoolean()).isFalse();
        post("/api/quarantine/" + id + "/repair", "{\"suggested\": true}");
        JsonNode done = replay();

        assertThat(done.path("used").asInt()).isEqualTo(1);
        assertThat(only("replayed").path("id").asString()).isEqualTo(id);
        JsonNode ada = server.client.get("/api/customers?identifier=user:ada");
        JsonNode timeline = server.client.get("/api/customers/" + ada.path("id").asString() + "/timeline");
        assertThat(timeline.toString()).contains("Order Completed", "2026-01-05T10:00:00Z");
    }

    @Test
    void manyAreRepairedAtOnceByOperationsAndTheOthersStay() {
        for (int i = 0; i < 5; i++) {
            server.client.take("identify", "{\"traits\": {\"shopId\": \"u%d\", \"city\": \"Rom\"}}".formatted(i));
        }
        server.client.take("identify", "{\"traits\": {\"city\": \"Oslo\"}}");

        JsonNode repaired = post("/api/quarantine/repair", """
                {"source": "site", "reason": "missing_identifier", "repair": {"rename": {"traits.shopId": "userId"}}}""");

        assertThat(repaired.path("matched").asInt()).isEqualTo(6);
        assertThat(repaired.path("repaired").asInt()).isEqualTo(5);
        assertThat(replay().path("used").asInt()).isEqualTo(5);
        assertThat(server.client
                        .get("/api/customers?identifier=user:u3")
                        .path("traits")
                        .path("city")
                        .asString())
                .isEqualTo("Rom");
        only("open");
    }

    @Test
    void aReplayStartsNoJourneyAndSendsNothing() {
        server.client.take("identify", "{\"userId\": \"ada\", \"traits\": {\"email\": \"ada@x.org\"}}");
        server.client.take("track", """
                {"event": "Product Added", "properties": {"user_id": "ada", "cart_id": "c1", "name": "Shoe"}}""");

        post("/api/quarantine/repair", "{\"suggested\": true}");
        replay();

        JsonNode ada = server.client.get("/api/customers?identifier=user:ada");
        JsonNode timeline = server.client.get("/api/customers/" + ada.path("id").asString() + "/timeline");
        assertThat(timeline.toString()).contains("Product Added").doesNotContain("abandoned-cart");
    }

    @Test
    void whatIsNoJsonIsKeptAsItCameAndMended() {
        HttpResponse<String> answer = server.client.track(
                "track", "{'userId': 'ada', 'event': 'Order Completed', 'properties': {'total': 5,}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        JsonNode call =
                server.client.get("/api/quarantine/" + only("open").path("id").asString());
        assertThat(call.path("call").asString()).startsWith("{'userId'");
        assertThat(call.path("suggestion").path("usable").asBoolean()).isTrue();
    }

    @Test
    void aCallThatIsWrittenAnewByHandStaysTheCallThatItsSourceKnows() {
        server.client.take("track", "{\"messageId\": \"m7\", \"userId\": \"ada\", \"properties\": {}}");
        String id = only("open").path("id").asString();

        JsonNode repaired = post(
                "/api/quarantine/" + id + "/repair",
                "{\"call\": {\"type\": \"track\", \"userId\": \"ada\", \"event\": \"Fixed\"}}");

        assertThat(repaired.path("usable").asBoolean()).isTrue();
        assertThat(repaired.path("call").path("messageId").asString()).isEqualTo("m7");
    }

    @Test
    void aRepairThatIsNoneSaysWhatIsExpected() {
        server.client.take("track", NAMELESS);
        String id = only("open").path("id").asString();

        HttpResponse<String> answer = server.client.send(server.client
                .administrator("/api/quarantine/" + id + "/repair")
                .POST(BodyPublishers.ofString("{\"repair\": {\"renam\": {}}}")));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("renam", "parse, rename, convert, default, set, remove");
    }

    private JsonNode only(String status) {
        JsonNode items = server.client.get("/api/quarantine?status=" + status).path("items");
        assertThat(items.size()).as(items.toString()).isEqualTo(1);
        return items.get(0);
    }

    private JsonNode replay() {
        post("/api/quarantine/replay", "{}");
        return eventually(
                () -> server.client.get("/api/quarantine/replay"),
                progress -> progress.path("state").asString().equals("done"));
    }

    private JsonNode post(String path, String body) {
        HttpResponse<String> answer =
                server.client.send(server.client.administrator(path).POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 202);
        return JSON.readTree(answer.body());
    }
}
