package io.carillon.server.demo;

import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the calls of SDKs and mail programs. A server that is full is asked again. Thread-safe. */
final class Post implements AutoCloseable {
    /** A batch may have 500 KB, a call 32: some orders are long. */
    private static final int BATCH_CHARS_MAX = 200_000;

    static final int BATCH_CALLS_MAX = 100;
    private static final int TRIES_MAX = 60;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration FULL = Duration.ofMillis(100);
    private static final Logger LOG = LoggerFactory.getLogger(Post.class);

    private final URI server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Post(URI server) {
        this.server = server;
    }

    /**
     * Tells the server what one silo says, in order, in as many batches as it takes.
     *
     * @param sentAt what the sender's clock shows
     * @return how many calls were not taken
     */
    long batch(String writeKey, List<Value.Fields> calls, Instant sentAt) throws InterruptedException {
        long refused = 0;
        int from = 0;
        while (from < calls.size()) {
            int to = from;
            var batch = new StringBuilder();
            while (to < calls.size() && to - from < BATCH_CALLS_MAX && batch.length() < BATCH_CHARS_MAX) {
                batch.append(to == from ? "" : ",").append(Json.write(calls.get(to)));
                to++;
            }
            String body = "{\"sentAt\":\"%s\",\"batch\":[%s]}".formatted(sentAt, batch);
            if (!post(server.resolve("/v1/batch"), "application/json", body, basic(writeKey))) refused += to - from;
            from = to;
        }
        return refused;
    }

    /** One click on the button of a mail program, see RFC 8058. */
    boolean unsubscribe(String url) throws InterruptedException {
        return post(URI.create(url), "application/x-www-form-urlencoded", "List-Unsubscribe=One-Click", Map.of());
    }

    private static Map<String, String> basic(String writeKey) {
        String key = Base64.getEncoder().encodeToString((writeKey + ":").getBytes(StandardCharsets.UTF_8));
        return Map.of("Authorization", "Basic " + key);
    }

    private boolean post(URI uri, String type, String body, Map<String, String> more) throws InterruptedException {
        var headers = new LinkedHashMap<>(more);
        headers.put("Content-Type", type);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(TIMEOUT).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        HttpRequest made = request.build();
        for (int tries = 1; tries <= TRIES_MAX; tries++) {
            int status = status(made);
            if (status == 200) return true;
            if (status != 429 && status != 503) {
                LOG.warn("{} was answered with {}", uri.getPath(), status);
                return false;
            }
            Thread.sleep(FULL.multipliedBy(tries));
        }
        LOG.warn("{} was too busy {} times", uri.getPath(), TRIES_MAX);
        return false;
    }

    /** What is not answered may be sent again: it carries its message ids. */
    private int status(HttpRequest request) throws InterruptedException {
        try {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            return answer.statusCode();
        } catch (IOException e) {
            LOG.warn("{} was not answered: {}", request.uri().getPath(), String.valueOf(e.getMessage()));
            return 503;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
