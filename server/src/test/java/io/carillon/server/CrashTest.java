package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.testkit.smtp.ReceivedMail;
import io.carillon.testkit.smtp.SmtpSink;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The real server, under load, is killed at moments drawn by seed. Kill rounds: 3, with {@code -Dcarillon.long=true} 20, or
 * {@code -Dcarillon.kills=N}; {@code -Dcarillon.seed=S} repeats the drawing (not the moment, which the machine has a part in).
 */
class CrashTest {
    private static final Duration WAIT = Duration.ofMillis(400);
    private static final int THREADS = 6;
    private static final int SHOPPERS_MAX = 250;
    private static final int ACKNOWLEDGED_MAX = 500;

    private final long seed = Long.getLong("carillon.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final AtomicInteger shoppersBorn = new AtomicInteger();

    @Test
    void nothingAcknowledgedIsLostAndNothingIsSentTwice(@TempDir Path folder) throws Exception {
        int rounds = Integer.getInteger("carillon.kills", Boolean.getBoolean("carillon.long") ? 20 : 3);
        var shoppers = new ConcurrentLinkedQueue<CrashShopper>();

        try (var sink = SmtpSink.start(SmtpSink.Settings.DEFAULT.withMailsKept(1_000_000))) {
            ShopFolder shop = ShopFolder.in(folder.resolve("workspace"), sink.port(), WAIT.toMillis() + "ms");
            try (var server = ServerProcess.start(folder.resolve("data"), shop.path());
                    var client = new ShopClient(server.port())) {
                for (int round = 0; round < rounds; round++) killUnderLoad(server, client, shoppers);
                awaitQuiet(client, shoppers);
                Map<String, List<JsonNode>> messages = byEndpoint(client.all("/api/messages"));

                assertThat(sink.takenMoreThanOnce()).as(told(server)).isEmpty();
                for (CrashShopper shopper : shoppers) {
                    List<JsonNode> theirs = messages.getOrDefault(shopper.user + "@x.org", List.of());
                    everyEventIsThereOnce(client, shopper);
                    List<JsonNode> timeline = timeline(client, shopper);
                    String told =
                            "%s, seed %d, messages %s, timeline %s".formatted(shopper.user, seed, theirs, timeline);
                    List<ReceivedMail> mails = sink.to(shopper.user + "@x.org");
                    assertThat(mails).as(told).hasSizeLessThanOrEqualTo(1);
                    boolean isExcused = mails.isEmpty() && fellDueDuringTheMerge(timeline);
                    if (!isExcused) theMessageIsAsDue(told, shopper, mails, theirs);
                }
                report(rounds, shoppers.size(), sink, client);
            }
        }
    }

    /** One round ends when everything that was sent in it is acknowledged, before the kill or after. */
    private void killUnderLoad(ServerProcess server, ShopClient client, ConcurrentLinkedQueue<CrashShopper> shoppers)
            throws InterruptedException, ExecutionException {
        var acknowledged = new Semaphore(0);
        var born = new AtomicInteger();
        long seedOfRound = random.nextLong();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<?>> playing = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                var draws = new Random(seedOfRound + thread);
                playing.add(threads.submit(() -> {
                    while (born.getAndIncrement() < SHOPPERS_MAX) {
                        var shopper = new CrashShopper(shoppersBorn.getAndIncrement(), draws);
                        shoppers.add(shopper);
                        shopper.play(client, acknowledged::release);
                    }
                }));
            }
            // Not after a time but after so much work: a slow machine is killed at the same places.
            boolean reached = acknowledged.tryAcquire(random.nextInt(ACKNOWLEDGED_MAX), 60, TimeUnit.SECONDS);
            server.kill();
            server.restart();
            assertThat(reached).as(told(server)).isTrue();
            for (Future<?> thread : playing) thread.get();
        }
    }

    /** No run goes on, and no message is on its way; what a kill left under way takes a call's time-out to be settled. */
    private static void awaitQuiet(ShopClient client, Iterable<CrashShopper> shoppers) {
        for (CrashShopper shopper : shoppers) {
            eventually(
                    () -> client.customer("user:" + shopper.user),
                    customer -> customer.path("journeys").isEmpty());
        }
        for (String status : List.of("queued", "claimed")) {
            eventually(() -> client.all("/api/messages?status=" + status), List::isEmpty);
        }
    }

    private static void everyEventIsThereOnce(ShopClient client, CrashShopper shopper) {
        List<String> events = timeline(client, shopper).stream()
                .filter(row -> row.path("type").asString().equals("event"))
                .map(row -> row.path("event").path("messageId").asString())
                .toList();

        assertThat(events).as(shopper.user).containsExactlyInAnyOrderElementsOf(shopper.acknowledged());
    }

    private static List<JsonNode> timeline(ShopClient client, CrashShopper shopper) {
        return client.all("/api/customers/" + client.idOf("user:" + shopper.user) + "/timeline");
    }

    /**
     * On a machine that stood still for longer than the wait, the visitor's reminder may fall due between the event that
     * names them and the merge that gives them an address: it is decided against, and says so.
     */
    private static boolean fellDueDuringTheMerge(List<JsonNode> timeline) {
        Optional<Instant> withheld = at(timeline, "message_withheld");
        Optional<Instant> merged = at(timeline, "merged");
        return withheld.isPresent() && merged.isPresent() && withheld.get().isBefore(merged.get());
    }

    private static Optional<Instant> at(List<JsonNode> timeline, String type) {
        return timeline.stream()
                .filter(row -> row.path("type").asString().equals(type))
                .filter(row -> !type.equals("message_withheld")
                        || row.path("reason").asString().equals("no email address of theirs is known"))
                .map(row -> Instant.parse(row.path("at").asString()))
                .findFirst();
    }

    private void theMessageIsAsDue(
            String who, CrashShopper shopper, List<ReceivedMail> mails, List<JsonNode> messages) {
        assertThat(mails).as(who).hasSizeLessThanOrEqualTo(1);
        Optional<Instant> ordered = shopper.orderAcknowledgedAt();
        if (shopper.isDue(WAIT)) {
            boolean isUncertain =
                    messages.stream().anyMatch(message -> status(message).equals("uncertain"));
            assertThat(mails.size() == 1 || isUncertain).as(who).isTrue();
        } else if (shopper.orderedInTime(WAIT)) {
            assertThat(mails).as(who).isEmpty();
        } else if (ordered.isPresent()) {
            // Too late for that: but nothing is decided after the order was acknowledged.
            assertThat(messages)
                    .as(who)
                    .allMatch(message ->
                            !Instant.parse(message.path("decidedAt").asString()).isAfter(ordered.get()));
        }
    }

    private static Map<String, List<JsonNode>> byEndpoint(List<JsonNode> messages) {
        var byEndpoint = new LinkedHashMap<String, List<JsonNode>>();
        for (JsonNode message : messages) {
            byEndpoint
                    .computeIfAbsent(message.path("endpoint").asString(), _ -> new ArrayList<>())
                    .add(message);
        }
        return byEndpoint;
    }

    private static String status(JsonNode message) {
        return message.path("status").asString();
    }

    private String told(ServerProcess server) {
        return "seed %d; the server said %s".formatted(seed, server.said());
    }

    private static void report(int rounds, int shoppers, SmtpSink sink, ShopClient client) {
        System.out.printf(
                "crash test: %d kills, %d shoppers, %d mails, %d uncertain%n",
                rounds,
                shoppers,
                sink.count(),
                client.all("/api/messages?status=uncertain").size());
    }
}
