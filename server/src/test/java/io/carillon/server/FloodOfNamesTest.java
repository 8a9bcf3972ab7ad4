package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Names without end, sent to the real server with a heap of 512 MiB: it forgets none of the names that count, and keeps
 * none in memory. {@code -Dcarillon.long=true} sends a million of each, {@code -Dcarillon.names=N} any number;
 * {@code docs/hostile-input.md} has what it printed.
 */
class FloodOfNamesTest {
    private static final int NAMES =
            Integer.getInteger("carillon.names", Boolean.getBoolean("carillon.long") ? 1_000_000 : 10_000);
    private static final int BATCH = 500;
    private static final int SENDERS = 4;
    private static final int ROUNDS = 10;
    private static final double MEBIBYTE = 1 << 20;
    /** The heap, and as much again for the store and the JVM: the bar of a million customers. */
    private static final long RESIDENT_BYTES_MAX = 1_200L << 20;

    /** Of routes and statuses, a dozen each. */
    private static final int SERIES_MAX = 300;

    @TempDir
    Path folder;

    @Test
    void aMillionNamesTakeNoMemoryAndHarmNobody() {
        Path workspace = ShopFolder.in(folder.resolve("workspace"), 1, "1h").path();
        try (var server = ServerProcess.start(folder.resolve("data"), workspace);
                var client = new ShopClient(server.port());
                ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            client.identify("grace", "Grace");
            send(client, senders, 0, BATCH * SENDERS);
            say("names of each kind | resident MiB | series in /metrics | items in /api/quality");
            for (int round = 0; round < ROUNDS; round++) {
                int from = BATCH * SENDERS + (int) ((long) NAMES * round / ROUNDS);
                int to = BATCH * SENDERS + (int) ((long) NAMES * (round + 1) / ROUNDS);

                send(client, senders, from, to);
                client.track("grace", "Page Seen", "{\"round\": %d}".formatted(round));

                assertThat(client.customer("user:grace").at("/traits/firstName").stringValue())
                        .isEqualTo("Grace");
                say("%,d | %.0f | %d | %d"
                        .formatted(
                                to,
                                server.residentBytes() / MEBIBYTE,
                                series(client),
                                quality(client).size()));
            }

            assertThat(server.residentBytes()).isLessThan(RESIDENT_BYTES_MAX);
            assertThat(series(client)).as("series in /metrics").isLessThan(SERIES_MAX);
            assertThat(quality(client))
                    .hasSizeLessThan(20)
                    .allSatisfy(item ->
                            assertThat(item.at("/example").stringValue()).hasSizeLessThan(100));
            assertThat(timeline(client))
                    .as("events of a customer who was not part of it")
                    .isEqualTo(ROUNDS);
            assertThat(client.customer("user:mallory").at("/traits").size()).isLessThanOrEqualTo(500);
        }
    }

    private void send(ShopClient client, ExecutorService senders, int from, int to) {
        List<Future<?>> sent = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            int first = from + sender * BATCH;
            sent.add(senders.submit(() -> {
                for (int at = first; at < to; at += BATCH * SENDERS) {
                    client.take("batch", batch(at, Math.min(to, at + BATCH)));
                    nonsense(client, at);
                }
            }));
        }
        for (Future<?> each : sent) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new AssertionError("a good request was not taken", e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Each name once: ids, events, properties, traits, groups, kinds of calls that there are not. */
    private static String batch(int from, int to) {
        var calls = new ArrayList<String>();
        for (int i = from; i < to; i++) {
            calls.add("""
                    {"type":"track","anonymousId":"anonymous-%1$d","event":"Event %1$d","properties":{"property-%1$d":%1$d},\
                    "context":{"field-%1$d":1,"traits":{"trait-%1$d":"x"}},"messageId":"message-%1$d"}""".formatted(i));
            if (i % 2 == 0) calls.add("{\"type\":\"type-%1$d\",\"userId\":\"u\"}".formatted(i));
            if (i % 10 == 0) {
                calls.add(
                        "{\"type\":\"group\",\"userId\":\"g%2$d\",\"groupId\":\"group-%1$d\"}".formatted(i, i % 1_000));
            }
            if (i % 20 == 0) {
                calls.add(
                        "{\"type\":\"identify\",\"userId\":\"mallory\",\"traits\":{\"trait-%1$d\":%1$d}}".formatted(i));
            }
        }
        return "{\"batch\":[" + String.join(",", calls) + "]}";
    }

    /** Keys, paths, methods and queries that nobody knows. */
    private static void nonsense(ShopClient client, int i) {
        client.look("/nothing-%d/at?all=%d".formatted(i, i));
        client.look("/api/segments/segment-%d".formatted(i));
        client.track("track-%d".formatted(i), "{\"writeKey\":\"key-%d\"}".formatted(i));
    }

    private static JsonNode quality(ShopClient client) {
        return client.get("/api/quality").at("/items");
    }

    private static int timeline(ShopClient client) {
        int seen = 0;
        for (JsonNode item : client.get("/api/customers/" + client.idOf("user:grace") + "/timeline?limit=100")
                .at("/items")) {
            if (item.toString().contains("Page Seen")) seen++;
        }
        return seen;
    }

    private static int series(ShopClient client) {
        return Math.toIntExact(client.look("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith("carillon"))
                .count());
    }

    private static void say(String line) {
        Optional.of(line).filter(_ -> Boolean.getBoolean("carillon.long")).ifPresent(System.out::println);
    }
}
