package io.carillon.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    private static final int ROOM_BYTES = 5 * BodyRoom.PIECE_BYTES;
    private static final int BODY_BYTES = 3 * BodyRoom.PIECE_BYTES;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final HttpServer server = HttpServer.start(
            new HttpServer.Listen("127.0.0.1", 0, TrustedProxies.NONE, Duration.ofSeconds(20)),
            new Meters(),
            ROOM_BYTES,
            routes -> routes.post("/held", this::held).post("/free", HttpServerTest::free));
    private final HttpClient client = HttpClient.newHttpClient();

    private Answer held(Request request) {
        Answer answer = free(request);
        arrived.countDown();
        await(release);
        return answer;
    }

    private static Answer free(Request request) {
        return switch (request.body(BODY_BYTES)) {
            case Body.Read(var bytes) -> Answer.of(200, Answer.TEXT, Integer.toString(bytes.size()));
            case Body.NoRoom _ -> Answer.empty(429);
            case Body.TooLarge _ -> Answer.empty(413);
            case Body.Broken _ -> Answer.empty(400);
        };
    }

    @AfterEach
    void close() {
        release.countDown();
        client.close();
        server.close();
    }

    @Test
    void bodiesOfAllRequestsTogetherHaveALimit() throws Exception {
        var first = post("/held", BODY_BYTES);
        await(arrived);

        HttpResponse<String> second = post("/free", BODY_BYTES).get();
        HttpResponse<String> small = post("/free", 100).get();
        release.countDown();
        HttpResponse<String> held = first.get();
        HttpResponse<String> third = post("/free", BODY_BYTES).get();

        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(small.body()).isEqualTo("100");
        assertThat(held.body()).isEqualTo(Integer.toString(BODY_BYTES));
        assertThat(third.statusCode()).as("what was held is given back").isEqualTo(200);
    }

    @Test
    void whoIsBeingAnsweredWhenTheServerClosesGetsTheAnswer() throws Exception {
        var under = post("/held", 10);
        await(arrived);

        var closing = CompletableFuture.runAsync(server::close);
        release.countDown();
        closing.get();

        assertThat(under.get().statusCode()).isEqualTo(200);
    }

    private CompletableFuture<HttpResponse<String>> post(String path, int bytes) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .POST(BodyPublishers.ofByteArray(new byte[bytes]));
        return client.sendAsync(request.build(), BodyHandlers.ofString());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
