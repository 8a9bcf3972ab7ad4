package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the language of conditions shows at the server's doors. */
class LanguageTest {
    @TempDir
    private static Path folder = Path.of("");

    private RunningServer server = RunningServer.in(folder, "1h");

    @BeforeEach
    void define() {
        server.shop.write("traits/spent.yaml", """
                trait: spent
                event: Order Completed
                sum: {of: total}
                """).write("segments/adults.yaml", """
                segment: adults
                when: {all: [{trait: age, atLeast: 18}, {trait: spent, atLeast: 100}]}
                """);
        assertThat(server.client.post("/api/workspace/reload").statusCode()).isEqualTo(200);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void computedTraitsAreShownAndNumbersInTextCountBothAsNumbersAndInQuality() {
        server.client.take("identify", "{\"userId\": \"ada\", \"traits\": {\"age\": \"42\", \"plan\": \"7\"}}");
        server.client.track("ada", "Order Completed", "{\"total\": \"99.50\", \"coupon\": \"12\"}");
        server.client.track("ada", "Order Completed", "{\"total\": 0.5}");

        var ada = server.client.customer("user:ada");
        assertThat(ada.path("computedTraits").path("spent").asString()).isEqualTo("100");
        assertThat(ada.path("segments").path(0).asString()).isEqualTo("adults");
        var notes = server.client.all("/api/quality").stream()
                .filter(note -> note.path("reason").asString().equals("number_as_text"))
                .toList();
        assertThat(notes).singleElement().satisfies(note -> {
            // Not the total: an amount in text is an exact number before anybody compares it.
            assertThat(note.path("count").asInt()).isEqualTo(1);
            assertThat(note.path("example").asString()).isEqualTo("age");
        });
    }

    @Test
    void schemasAreForEverybody() {
        for (String kind : new String[] {"workspace", "segments", "traits", "journeys"}) {
            var answer = server.client.send(server.client.to("/schemas/" + kind + ".json"));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(ShopClient.json(answer).path("$ref").asString()).isEqualTo("#/$defs/" + kind);
        }
        assertThat(server.client.send(server.client.to("/schemas/nothing.json")).statusCode())
                .isEqualTo(404);
    }
}
