package io.carillon.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.carillon.core.value.Value;
import io.carillon.server.http.Answer;
import io.carillon.server.http.ApiToken;
import io.carillon.server.http.HttpServer;
import io.carillon.server.http.Meters;
import io.carillon.server.http.Operations;
import io.carillon.server.http.Request;
import io.carillon.server.http.TrustedProxies;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiTest {
    record Thing(String name, Instant at, Optional<String> note, Value data) {}

    private final AtomicBoolean ready = new AtomicBoolean();
    private final HttpServer server = HttpServer.start(
            new HttpServer.Listen("127.0.0.1", 0, TrustedProxies.NONE, Duration.ofSeconds(1)), new Meters(), routes -> {
                new Operations(new Meters(), ready::get).addTo(routes);
                new Api(routes, ApiToken.of("secret-token"))
                        .get("/api/things/{id}", ApiTest::thing)
                        .get("/api/numbers", ApiTest::numbers)
                        .put("/api/things/{id}", ApiTest::put)
                        .get("/api/failing", _ -> {
                            throw new IllegalStateException("a secret");
                        });
            });
    private final HttpClient client = HttpClient.newHttpClient();

    private static Answer thing(Request request) {
        var data = Value.of(Map.of("k", Value.of(1)));
        return Api.ok(new Thing(request.path("id"), Instant.parse("2026-03-02T09:00:00Z"), Optional.empty(), data));
    }

    private static Answer numbers(Request request) {
        return switch (Paging.of(request)) {
            case Paging.Asked.Wrongly(var answer) -> answer;
            case Paging.Asked.For(var paging) -> {
                int from = paging.after().isEmpty() ? 1 : Integer.parseInt(paging.after()) + 1;
                var found = IntStream.rangeClosed(from, 5)
                        .limit(paging.limit() + 1L)
                        .boxed()
                        .toList();
                yield Api.ok(Page.of(found, paging.limit(), number -> Integer.toString(number)));
            }
        };
    }

    private static Answer put(Request request) {
        return switch (JsonBody.of(request)) {
            case JsonBody.Refused(var answer) -> answer;
            case JsonBody.Given(var fields) -> Answer.json(200, fields);
        };
    }

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void withoutTheTokenThereIsNothingToSee() throws Exception {
        for (String path : new String[] {"/api/things/1", "/api/none", "/api/failing"}) {
            assertThat(send(to(path)).statusCode()).isEqualTo(401);
            assertThat(send(to(path).header("Authorization", "Bearer secret-tokem"))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(send(to(path).header("Authorization", "Basic secret-token"))
                            .statusCode())
                    .isEqualTo(401);
        }
        assertThat(send(authorized("/api/none")).statusCode()).isEqualTo(404);
    }

    @Test
    void recordsAreJson() throws Exception {
        assertThat(send(authorized("/api/things/a%20b")).body())
                .isEqualTo("{\"name\":\"a b\",\"at\":\"2026-03-02T09:00:00Z\",\"note\":null,\"data\":{\"k\":1}}");
    }

    @Test
    void listsComeInParts() throws Exception {
        String first = send(authorized("/api/numbers?limit=3")).body();
        String cursor = first.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
        String second =
                send(authorized("/api/numbers?limit=3&cursor=" + cursor)).body();

        assertThat(first).startsWith("{\"items\":[1,2,3],\"next\":\"");
        assertThat(second).isEqualTo("{\"items\":[4,5],\"next\":null}");
    }

    @Test
    void aLimitOrCursorThatIsNoneIsNamed() throws Exception {
        for (String query : new String[] {"limit=0", "limit=1001", "limit=x", "limit=-1", "cursor=!", "cursor=abc"}) {
            HttpResponse<String> answer = send(authorized("/api/numbers?" + query));
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"error\":{\"code\":\"bad_");
        }
    }

    @Test
    void bodiesHaveALimitAndAreJson() throws Exception {
        var large = BodyPublishers.ofString("{\"a\":\"" + "x".repeat(300_000) + "\"}");

        assertThat(send(authorized("/api/things/1").PUT(BodyPublishers.ofString("{\"a\":1}")))
                        .body())
                .isEqualTo("{\"a\":1}");
        assertThat(send(authorized("/api/things/1").PUT(large)).statusCode()).isEqualTo(413);
        assertThat(send(authorized("/api/things/1").PUT(BodyPublishers.ofString("{")))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aFailureIsA500ThatKeepsItsCauseToItself() throws Exception {
        HttpResponse<String> answer = send(authorized("/api/failing"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .startsWith("{\"error\":{\"code\":\"internal\"")
                .doesNotContain("a secret");
    }

    @Test
    void healthSaysAliveAndWhetherReady() throws Exception {
        assertThat(send(to("/health/live")).statusCode()).isEqualTo(200);
        assertThat(send(to("/health/ready")).statusCode()).isEqualTo(503);
        ready.set(true);
        assertThat(send(to("/health/ready")).body()).isEqualTo("{\"status\":\"ready\"}");
        assertThat(send(to("/metrics")).statusCode()).isEqualTo(200);
    }

    @Test
    void aPortThatIsTakenIsNamed() {
        var taken = new HttpServer.Listen("127.0.0.1", server.port(), TrustedProxies.NONE, Duration.ofSeconds(1));

        assertThatThrownBy(() -> HttpServer.start(taken, new Meters(), _ -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot listen on 127.0.0.1:" + server.port());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private HttpRequest.Builder authorized(String path) {
        return to(path).header("Authorization", "Bearer secret-token");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
