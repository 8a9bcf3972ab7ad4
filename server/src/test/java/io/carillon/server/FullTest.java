package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.server.settings.Setting;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More is sent than there is room for. */
class FullTest {
    /** More than one shard's room, so that some are refused whenever they come faster than they are handled. */
    private static final int BATCHES = 24;

    private static final int CALLS = 2_500;
    private int batchesMade;

    @Test
    void whatThereIsNoRoomForIsRefusedAndTakenLater(@TempDir Path folder) throws Exception {
        try (var server = RunningServer.in(folder, "1h", Map.of(Setting.SHARDS, "1"))) {
            List<HttpResponse<String>> refused = new ArrayList<>();
            List<String> bodies = new ArrayList<>();

            for (int flood = 0; flood < 20 && refused.isEmpty(); flood++) flood(server.client, refused, bodies);

            assertThat(refused)
                    .isNotEmpty()
                    .allMatch(
                            answer -> answer.headers().firstValue("Retry-After").isPresent());
            for (String body : bodies) {
                eventually(() -> server.client.track("batch", body).statusCode(), status -> status == 200);
            }
            assertThat(server.client.all("/api/customers/" + server.client.idOf("user:u0") + "/timeline").stream()
                            .filter(row -> row.path("type").asString().equals("event")))
                    .hasSize(batchesMade * CALLS / 250);
        }
    }

    private void flood(ShopClient client, List<HttpResponse<String>> refused, List<String> refusedBodies)
            throws InterruptedException, ExecutionException {
        var bodies = new ArrayList<String>();
        for (int i = 0; i < BATCHES; i++) bodies.add(batch());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HttpResponse<String>>> calls = bodies.stream()
                    .<Callable<HttpResponse<String>>>map(body -> () -> client.track("batch", body))
                    .toList();
            List<Future<HttpResponse<String>>> answers = threads.invokeAll(calls);
            for (int i = 0; i < answers.size(); i++) {
                HttpResponse<String> answer = answers.get(i).get();
                if (answer.statusCode() == 200) continue;
                refusedBodies.add(bodies.get(i));
                if (answer.statusCode() == 429) refused.add(answer);
            }
        }
    }

    /** Of 250 users, so that nobody's history grows without end. */
    private String batch() {
        int number = batchesMade++;
        var calls = new ArrayList<String>();
        for (int i = 0; i < CALLS; i++) {
            calls.add("{\"type\":\"track\",\"userId\":\"u%d\",\"event\":\"Seen\",\"messageId\":\"%d-%d\"}"
                    .formatted(i % 250, number, i));
        }
        return "{\"batch\":[" + String.join(",", calls) + "]}";
    }
}
