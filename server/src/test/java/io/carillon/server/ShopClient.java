package io.carillon.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to a running server as a shop's site and its administrator do. */
final class ShopClient implements AutoCloseable {
    static final String TOKEN = "token-of-the-tests";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String base;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    ShopClient(int port) {
        base = "http://127.0.0.1:" + port;
    }

    /** Tracks a call that must be taken, e.g. {@code identify} with a body in JSON. */
    void take(String type, String body) {
        HttpResponse<String> answer = track(type, body);
        if (answer.statusCode() != 200) throw new AssertionError(answer.statusCode() + " " + answer.body());
    }

    HttpResponse<String> track(String type, String body) {
        return send(to("/v1/" + type)
                .header("Authorization", basic(ShopFolder.WRITE_KEY))
                .POST(BodyPublishers.ofString(body)));
    }

    /** The status of the answer; nothing when there was none. */
    Optional<Integer> answered(String type, String body) {
        try {
            return Optional.of(track(type, body).statusCode());
        } catch (UncheckedIOException nobody) {
            return Optional.empty();
        }
    }

    /** A shopper signs in. */
    void identify(String user, String firstName) {
        take("identify", """
                {"userId": "%s", "traits": {"email": "%s@x.org", "firstName": "%s"}}""".formatted(user, user, firstName));
    }

    /** A signed-in shopper does something. */
    void track(String user, String event, String properties) {
        take("track", """
                {"userId": "%s", "event": "%s", "properties": %s}""".formatted(user, event, properties));
    }

    void addToCart(String user, String cart, String product) {
        track(user, "Product Added", """
                {"cart_id": "%s", "name": "%s"}""".formatted(cart, product));
    }

    /** A read that must succeed. */
    JsonNode get(String path) {
        HttpResponse<String> answer = send(administrator(path));
        if (answer.statusCode() != 200)
            throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
        return json(answer);
    }

    /** A read of something that may not be there. */
    HttpResponse<String> look(String path) {
        return send(administrator(path));
    }

    HttpResponse<String> post(String path) {
        return send(administrator(path).POST(BodyPublishers.noBody()));
    }

    HttpResponse<String> post(String path, String body) {
        return send(administrator(path).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> put(String path, String body) {
        return send(administrator(path).PUT(BodyPublishers.ofString(body)));
    }

    /** {@code user:ada}. */
    JsonNode customer(String identifier) {
        return get("/api/customers?identifier=" + URLEncoder.encode(identifier, StandardCharsets.UTF_8));
    }

    String idOf(String identifier) {
        return customer(identifier).path("id").asString();
    }

    /** Every page of a list. */
    List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        String next = "";
        do {
            String cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            JsonNode page = get(path + (path.contains("?") ? "&" : "?") + "limit=1000" + cursor);
            page.path("items").forEach(items::add);
            next = page.path("next").isNull() ? "" : page.path("next").asString();
        } while (!next.isEmpty());
        return items;
    }

    HttpRequest.Builder administrator(String path) {
        return to(path).header("Authorization", "Bearer " + TOKEN);
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(40));
    }

    /** An {@link UncheckedIOException} says that nobody answered. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static String basic(String key) {
        return "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
