package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The real server is killed while customers are told of a new segment. */
class BackfillCrashTest {
    private static final int PEOPLE = 6_000;
    private static final int CALLS = 100;

    @Test
    void itGoesOnWhereItWasAndMissesNobody(@TempDir Path folder) {
        ShopFolder shop = ShopFolder.in(folder.resolve("workspace"), 2525, "1h");
        try (var server = ServerProcess.start(folder.resolve("data"), shop.path());
                var client = new ShopClient(server.port())) {
            for (int from = 0; from < PEOPLE; from += CALLS) client.take("batch", batch(from));
            shop.write("segments/buyers.yaml", """
                    segment: buyers
                    when: {event: Order Completed}
                    """);
            assertThat(client.post("/api/workspace/reload").statusCode()).isEqualTo(200);
            long before = eventually(() -> done(client), done -> done > 0);

            server.kill();
            server.restart();

            JsonNode segment = eventually(
                    () -> client.get("/api/segments/buyers"),
                    seen -> seen.path("backfill").path("state").asString().equals("done"));
            assertThat(before).isLessThanOrEqualTo(PEOPLE);
            assertThat(segment.path("size").asInt()).isEqualTo(PEOPLE);
            assertThat(client.all("/api/segments/buyers/members")).hasSize(PEOPLE);
            assertThat(segment.path("backfill").path("done").asInt()).isEqualTo(PEOPLE);
        }
    }

    private static long done(ShopClient client) {
        return client.get("/api/segments/buyers").path("backfill").path("done").asLong();
    }

    private static String batch(int from) {
        return IntStream.range(from, from + CALLS)
                .mapToObj("{\"type\": \"track\", \"userId\": \"u%d\", \"event\": \"Order Completed\"}"::formatted)
                .collect(Collectors.joining(",", "{\"batch\": [", "]}"));
    }
}
