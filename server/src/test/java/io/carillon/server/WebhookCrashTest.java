package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real server is killed while it tells facts. */
class WebhookCrashTest {
    private static final int PEOPLE = 2_000;
    private static final int BATCH = 100;

    @Test
    void everyFactIsToldAtLeastOnceUnderOneId(@TempDir Path folder) {
        try (var receiver = new WebhookReceiver(_ -> 200)) {
            ShopFolder shop = ShopFolder.in(folder.resolve("workspace"), 2525, "1h")
                    .write("webhooks/crm.yaml", receiver.definition("event.accepted"));
            try (var server = ServerProcess.start(folder.resolve("data"), shop.path());
                    var client = new ShopClient(server.port())) {
                for (int from = 0; from < PEOPLE; from += BATCH) client.take("batch", batch(from));
                int before = eventually(() -> receiver.told().size(), told -> told > 0);

                server.kill();
                server.restart();

                Set<String> users = eventually(() -> users(receiver.told()), told -> told.size() == PEOPLE);
                assertThat(users).hasSize(PEOPLE);
                assertThat(before).isPositive();
                assertThat(idsByUser(receiver.told()).values()).allMatch(ids -> ids.size() == 1);
                assertThat(receiver.told()).allMatch(WebhookReceiver.Told::verified);
            }
        }
    }

    private static Set<String> users(List<WebhookReceiver.Told> told) {
        return told.stream().map(WebhookCrashTest::user).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Set<String>> idsByUser(List<WebhookReceiver.Told> told) {
        var ids = new TreeMap<String, Set<String>>();
        for (var each : told)
            ids.computeIfAbsent(user(each), _ -> new TreeSet<>()).add(each.id());
        return ids;
    }

    private static String user(WebhookReceiver.Told told) {
        return told.body().path("data").path("identifiers").get(0).asString();
    }

    private static String batch(int from) {
        return IntStream.range(from, from + BATCH)
                .mapToObj("{\"type\": \"track\", \"userId\": \"u%d\", \"event\": \"Looked\"}"::formatted)
                .collect(Collectors.joining(",", "{\"batch\": [", "]}"));
    }
}
