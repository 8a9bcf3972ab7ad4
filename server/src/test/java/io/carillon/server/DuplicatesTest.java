package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.testkit.property.Chance;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Customers that are probably one person, from their traits to what is decided of them. */
class DuplicatesTest {
    private static final List<String> SYLLABLES =
            List.of("an", "be", "cor", "da", "el", "fin", "go", "har", "is", "jo", "ka", "lu", "mar", "no", "ol", "pe");

    private final RunningServer server;

    DuplicatesTest(@TempDir Path folder) {
        server = RunningServer.in(folder, "1h");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void whatIsAcceptedMergesAndWhatIsRejectedIsNotSuggestedAgain() {
        people(40);
        search();

        List<JsonNode> open = pairs("open");
        assertThat(open).hasSize(2);
        assertThat(open.getFirst().path("probability").asDouble()).isGreaterThan(0.7);
        assertThat(open.getFirst().path("for").findValuesAsString("column")).contains("last-name", "date");
        JsonNode ofFirst = about(open, "user:u0");
        JsonNode ofSecond = about(open, "user:u1");

        assertThat(decide(ofFirst, "accept").statusCode()).isEqualTo(202);
        assertThat(decide(ofSecond, "reject").statusCode()).isEqualTo(202);

        eventually(() -> server.client.idOf("user:u0"), id -> id.equals(server.client.idOf("user:copy0")));
        assertThat(server.client.idOf("user:u1")).isNotEqualTo(server.client.idOf("user:copy1"));
        assertThat(decide(ofSecond, "accept").statusCode()).isEqualTo(404);
        server.restart();
        search();
        assertThat(pairs("open")).isEmpty();
        assertThat(pairs("rejected"))
                .singleElement()
                .satisfies(it -> assertThat(it.path("for")).isEmpty());
        assertThat(pairs("accepted")).hasSize(1);
    }

    @Test
    void aPairThatIsNotFoundAnyMoreIsWithdrawn() {
        people(40);
        search();
        assertThat(pairs("open")).hasSize(2);

        server.client.take("identify", """
                {"userId": "copy0", "traits": {"firstName": "Zed", "lastName": "Quux", "birthday": "1999-09-09",
                 "address": {"street": "Elsewhere", "city": "Nowhere", "postalCode": "99999"}}}""");
        search();

        assertThat(pairs("open")).hasSize(1);
    }

    @Test
    void nothingIsDecidedOfWhatIsNotThere() {
        assertThat(server.client.post("/api/duplicates/nothing/accept").statusCode())
                .isEqualTo(404);
        assertThat(server.client.look("/api/duplicates?status=maybe").statusCode())
                .isEqualTo(400);
        assertThat(server.client.get("/api/duplicates/search").path("stage").asString())
                .isEqualTo("idle");
    }

    private HttpResponse<String> decide(JsonNode pair, String word) {
        return server.client.post("/api/duplicates/" + pair.path("id").asString() + "/" + word);
    }

    private List<JsonNode> pairs(String status) {
        return server.client.all("/api/duplicates?status=" + status);
    }

    private JsonNode about(List<JsonNode> pairs, String user) {
        String id = server.client.idOf(user);
        return pairs.stream()
                .filter(pair -> pair.path("customers")
                        .valueStream()
                        .anyMatch(it -> it.asString().equals(id)))
                .findFirst()
                .orElseThrow();
    }

    private void search() {
        String before =
                server.client.get("/api/duplicates/search").path("startedAt").asString("");
        server.client.post("/api/duplicates/search");
        eventually(
                () -> server.client.get("/api/duplicates/search"),
                now -> now.has("finishedAt")
                        && !now.path("startedAt").asString("").equals(before)
                        && now.path("stage").asString().equals("idle"));
    }

    /** Users, of whom the first two have signed up twice. */
    private void people(int count) {
        var chance = new Chance(11);
        for (int i = 0; i < count; i++) {
            String last = word(chance);
            String rest = """
                    "firstName": "%s", "birthday": "%d-%02d-%02d",
                    "address": {"street": "%s %d", "city": "%s", "postalCode": "%05d"}""".formatted(
                            word(chance),
                            chance.between(1940, 2005),
                            chance.between(1, 12),
                            chance.between(1, 28),
                            word(chance),
                            chance.between(1, 200),
                            word(chance),
                            chance.between(10_000, 99_999));
            signUp("u" + i, last, rest);
            if (i < 2) signUp("copy" + i, last.substring(0, last.length() - 1), rest);
        }
    }

    private void signUp(String user, String last, String rest) {
        server.client.take("identify", """
                {"userId": "%s", "traits": {"lastName": "%s", %s}}""".formatted(user, last, rest));
    }

    private static String word(Chance chance) {
        return chance.pick(SYLLABLES) + chance.pick(SYLLABLES) + chance.pick(SYLLABLES) + chance.pick(SYLLABLES);
    }
}
