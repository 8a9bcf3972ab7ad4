package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.value.Value;
import io.carillon.server.client.ApiClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The real server is killed in the middle of an import, again and again: each row has its effect once. */
class ImportCrashTest {
    private static final int ROWS = 30_000;
    private static final int PEOPLE = 500;
    private static final int KILLS = 3;

    private static final String MAPPING = """
            mapping: orders
            actions:
              - track:
                  event: Order Completed
                  userId: customer
                  timestamp: at
                  traits: {email: email}
                  properties: {order_id: order, total: total}
            """;

    @Test
    void everyRowHasItsEffectOnceHoweverOftenItIsKilled(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), orders());
        ShopFolder shop = ShopFolder.in(folder.resolve("workspace"), 2525, "1h");
        shop.write("segments/more.yaml", """
                segment: more
                when: {event: Order Completed, count: {atLeast: %d}}
                """.formatted(ROWS / PEOPLE + 1));
        try (var server = ServerProcess.start(folder.resolve("data"), shop.path());
                var client = new ShopClient(server.port())) {
            String id = send(server.port(), file);
            for (int kill = 1; kill <= KILLS; kill++) {
                long wanted = (long) ROWS * kill / (KILLS + 2);
                eventually(() -> rows(client, id), rows -> rows >= wanted);
                server.kill();
                server.restart();
            }

            JsonNode done = eventually(
                    () -> client.get("/api/imports/" + id),
                    seen -> seen.path("status").asString().equals("done"));

            assertThat(done.path("rows").asInt()).isEqualTo(ROWS);
            assertThat(done.path("taken").asInt()).isEqualTo(ROWS - ROWS / 100);
            assertThat(done.path("rejected").asInt()).isEqualTo(ROWS / 100);
            assertThat(done.path("repeated").asInt()).isZero();
            assertThat(rejectedRows(folder, id)).isEqualTo(ROWS / 100);
            assertThat(client.get("/api/segments/more").path("size").asInt()).isZero();
            assertThat(orders(client)).isEqualTo(expected());
        }
    }

    @Test
    void aServerAtAnotherPortThanThatOfTheSettingsIsToBeNamed(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("orders.csv"), "id\n1\n");
        Path settings = Files.writeString(folder.resolve("settings.yaml"), "port: 1\n");
        ShopFolder shop = ShopFolder.in(folder.resolve("workspace"), 2525, "1h");
        Path data = folder.resolve("data");
        var err = new ByteArrayOutputStream();

        try (var _ = ServerProcess.start(data, shop.path());
                var streams = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            String[] arguments = {
                "import",
                "" + file,
                "--source",
                "crm",
                "--data",
                "" + data,
                "--config",
                "" + settings,
                "--token",
                ShopClient.TOKEN
            };

            assertThat(Main.run(streams, streams, arguments)).isEqualTo(1);
        }

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("a server has " + data + " open, but not at this port; name it by --server URL");
    }

    /** How many orders the first customers have, by their timelines. */
    private static Map<String, Integer> orders(ShopClient client) {
        var counts = new LinkedHashMap<String, Integer>();
        for (int person = 0; person < 20; person++) {
            String id = client.get("/api/customers?identifier=user:u" + person)
                    .path("id")
                    .asString();
            JsonNode rows =
                    client.get("/api/customers/" + id + "/timeline?limit=1000").path("items");
            int orders = 0;
            for (JsonNode row : rows) if (row.toString().contains("Order Completed")) orders++;
            counts.put("u" + person, orders);
        }
        return counts;
    }

    private static Map<String, Integer> expected() {
        var counts = new LinkedHashMap<String, Integer>();
        for (int person = 0; person < 20; person++) {
            int number = person;
            counts.put("u" + person, (int) IntStream.range(0, ROWS)
                    .filter(row -> row % PEOPLE == number && row % 100 != 99)
                    .count());
        }
        return counts;
    }

    private static long rejectedRows(Path folder, String id) throws IOException {
        return Files.readAllLines(folder.resolve("data/imports/" + id + "/rejects.csv")).stream()
                .filter(line -> line.endsWith("row rejected"))
                .distinct()
                .count();
    }

    private static long rows(ShopClient client, String id) {
        return client.get("/api/imports/" + id).path("rows").asLong();
    }

    private static String send(int port, Path file) {
        var client = new ApiClient(URI.create("http://127.0.0.1:" + port), ShopClient.TOKEN);
        var order = Value.of(
                Map.of("source", Value.of("old-shop"), "file", Value.of("orders.csv"), "mapping", Value.of(MAPPING)));
        String upload = done(client.post("/api/imports", order)).text("upload").orElseThrow();
        return done(client.putFile(upload, file)).text("id").orElseThrow();
    }

    private static Value.Fields done(ApiClient.Outcome outcome) {
        if (outcome instanceof ApiClient.Outcome.Done(var body)) return body;
        throw new AssertionError(outcome);
    }

    /** One in a hundred has no order. */
    private static String orders() {
        return IntStream.range(0, ROWS)
                .mapToObj(row -> row % 100 == 99
                        ? "broken"
                        : "u%d,u%d@example.org,o%d,%d.50,2025-%02d-%02dT10:00:00Z"
                                .formatted(row % PEOPLE, row % PEOPLE, row, row % 200, 1 + row % 12, 1 + row % 28))
                .collect(Collectors.joining("\n", "customer,email,order,total,at\n", "\n"));
    }
}
