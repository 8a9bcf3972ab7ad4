package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Segments over HTTP: what follows from a new one, who is in it, why, and how many it would be. */
class SegmentsTest {
    private static final int PEOPLE = 120;
    private static final String BUYERS = """
            segment: buyers
            name: Buyers
            when: {event: Order Completed, where: {property: total, atLeast: 50}, count: {atLeast: 2}}
            """;

    private final RunningServer server;

    SegmentsTest(@TempDir Path folder) {
        server = RunningServer.in(folder, "1h");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aNewSegmentHasItsMembersFromTheHistory() {
        shop();

        publish();

        JsonNode segment = backfilled("buyers");
        assertThat(segment.path("size").asInt()).isEqualTo(PEOPLE / 2);
        assertThat(segment.path("definition").asString()).isEqualTo(BUYERS);
        assertThat(segment.path("backfill").path("done").asInt())
                .isEqualTo(segment.path("backfill").path("total").asInt());
        assertThat(server.client
                        .get("/api/segments")
                        .path("items")
                        .get(0)
                        .path("size")
                        .asInt())
                .isEqualTo(PEOPLE / 2);
    }

    @Test
    void itsMembersArePagedAndEachIsSeenOnceWhileOthersCome() {
        shop();
        publish();
        backfilled("buyers");
        var before = new TreeSet<String>();
        server.client
                .all("/api/segments/buyers/members")
                .forEach(member -> before.add(member.path("id").asString()));

        JsonNode first = server.client.get("/api/segments/buyers/members?limit=20");
        server.client.track("late", "Order Completed", "{\"total\": 60}");
        server.client.track("late", "Order Completed", "{\"total\": 60}");
        var seen = new ArrayList<String>();
        for (JsonNode page = first; ; page = next(page)) {
            page.path("items").forEach(member -> seen.add(member.path("id").asString()));
            if (page.path("next").isNull()) break;
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(before).isSorted();
    }

    private JsonNode next(JsonNode page) {
        return server.client.get("/api/segments/buyers/members?limit=20&cursor="
                + page.path("next").asString());
    }

    @Test
    void itSaysWhySomebodyIsInAndSomebodyElseIsNot() {
        server.client.track("ada", "Order Completed", "{\"total\": 60}");
        server.client.track("ada", "Order Completed", "{\"total\": 60}");
        server.client.track("bob", "Order Completed", "{\"total\": 60}");
        publish();

        JsonNode ada = why("ada");
        JsonNode bob = why("bob");

        assertThat(ada.path("in").asBoolean()).isTrue();
        assertThat(ada.path("since").isMissingNode()).isFalse();
        assertThat(ada.path("because").path("text").asString())
                .isEqualTo("Order Completed (total at least 50) counted 2 or more, expected at least 2");
        assertThat(bob.path("in").asBoolean()).isFalse();
        assertThat(bob.path("because").path("text").asString())
                .isEqualTo("Order Completed (total at least 50) counted 1, expected at least 2");
        assertThat(server.client
                        .look("/api/segments/buyers/why?customer=nobody")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aPreviewCountsEverybodyWithTheirHistoryAsTheyAreOneAfterAMerge() {
        shop();
        server.client.take("track", """
                {"anonymousId": "a1", "event": "Order Completed", "properties": {"total": 70}}""");
        server.client.take("track", """
                {"anonymousId": "a1", "userId": "u1", "event": "Order Completed", "properties": {"total": 70}}""");

        HttpResponse<String> answer = preview("""
                {"when": {"event": "Order Completed", "sum": {"of": "total", "atLeast": 130}}}""");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode preview = ShopClient.json(answer);
        assertThat(preview.path("exact").asBoolean()).isTrue();
        assertThat(preview.path("error").asInt()).isZero();
        assertThat(preview.path("count").asInt()).isEqualTo(1);
        assertThat(preview.path("sample").get(0).path("id").asString()).isEqualTo(server.client.idOf("user:u1"));
    }

    @Test
    void aPreviewSaysWhereAConditionIsWrong() {
        HttpResponse<String> answer = preview("{\"when\": {\"evnt\": \"Order Completed\"}}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(ShopClient.json(answer).path("problems").get(0).asString())
                .startsWith("when:1:2: unknown key \"evnt\"");
    }

    @Test
    void aBackfillGoesOnOverARestart() {
        shop();
        publish();

        server.restart();

        assertThat(backfilled("buyers").path("size").asInt()).isEqualTo(PEOPLE / 2);
    }

    /** Every second one of them buys twice. */
    private void shop() {
        for (int i = 0; i < PEOPLE; i++) {
            server.client.track("u" + i, "Order Completed", "{\"total\": 60}");
            if (i % 2 == 0) server.client.track("u" + i, "Order Completed", "{\"total\": 60}");
        }
    }

    private void publish() {
        server.shop.write("segments/buyers.yaml", BUYERS);
        assertThat(server.client.post("/api/workspace/reload").statusCode()).isEqualTo(200);
    }

    private JsonNode backfilled(String segment) {
        return eventually(
                () -> server.client.get("/api/segments/" + segment),
                seen -> seen.path("backfill").path("state").asString().equals("done"));
    }

    private JsonNode why(String user) {
        return server.client.get("/api/segments/buyers/why?customer=" + server.client.idOf("user:" + user));
    }

    private HttpResponse<String> preview(String body) {
        return server.client.send(
                server.client.administrator("/api/segments/preview").POST(BodyPublishers.ofString(body)));
    }
}
