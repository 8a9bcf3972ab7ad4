package io.carillon.server.chromium;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One connection to a browser: commands with their answers, and what it tells by itself.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">the protocol</a>
 */
final class DevTools implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<BiConsumer<String, JsonNode>> listeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private final WebSocket socket;

    private DevTools(URI address) {
        socket =
                client.newWebSocketBuilder().buildAsync(address, new Incoming()).join();
    }

    static DevTools at(URI address) {
        return new DevTools(address);
    }

    /** Gets each notice: the session that it is of (empty: the browser's own), and the notice. */
    void listen(BiConsumer<String, JsonNode> listener) {
        listeners.add(listener);
    }

    static ObjectNode fields() {
        return JSON.createObjectNode();
    }

    /**
     * Asks and waits for the answer.
     *
     * @param session empty for the browser itself
     */
    JsonNode ask(String session, String method, ObjectNode fields) {
        int id = number.incrementAndGet();
        ObjectNode message = fields().put("id", id).put("method", method);
        if (!session.isEmpty()) message.put("sessionId", session);
        message.set("params", fields);
        var answer = new CompletableFuture<JsonNode>();
        asked.put(id, answer);
        try {
            synchronized (this) { // the socket takes one message at a time
                socket.sendText(message.toString(), true).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            }
            JsonNode answered = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (answered.has("error")) throw new AssertionError(method + ": " + answered.path("error"));
            return answered.path("result");
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("no answer to " + method, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            asked.remove(id);
        }
    }

    private void take(JsonNode message) {
        if (message.has("id")) {
            CompletableFuture<JsonNode> waiting = asked.get(message.path("id").asInt());
            if (waiting != null) waiting.complete(message);
            return;
        }
        String session = message.path("sessionId").asString("");
        for (var listener : listeners) listener.accept(session, message);
    }

    /** Messages come in pieces, one at a time. */
    private final class Incoming implements WebSocket.Listener {
        private final StringBuilder pieces = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            pieces.append(data);
            if (last) {
                JsonNode message = JSON.readTree(pieces.toString());
                pieces.setLength(0);
                take(message);
            }
            from.request(1);
            return CompletableFuture.completedStage(null);
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.shutdownNow();
        client.close();
    }
}
