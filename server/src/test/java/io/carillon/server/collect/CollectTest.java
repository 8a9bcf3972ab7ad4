package io.carillon.server.collect;

import static io.carillon.server.collect.Edge.gzip;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.event.EventType;
import io.carillon.server.http.TrustedProxies;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CollectTest {
    private static final String SUCCESS = "{\"success\":true}";
    private static final String TRACK = "{\"userId\":\"ada\",\"event\":\"Product Added\"}";

    private final Edge edge = new Edge();

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void everyCallAndItsShortFormIsTaken() {
        var call = "{\"userId\":\"ada\",\"event\":\"E\",\"groupId\":\"g\",\"previousId\":\"p\"}";

        for (EventType type : EventType.values()) {
            assertThat(edge.post("/v1/" + type.word(), call).body()).isEqualTo(SUCCESS);
            assertThat(edge.post("/v1/" + type.word().charAt(0), call).body()).isEqualTo(SUCCESS);
        }

        assertThat(edge.inlet.events())
                .extracting(event -> event.type())
                .hasSize(12)
                .containsSequence(EventType.IDENTIFY, EventType.IDENTIFY, EventType.TRACK, EventType.TRACK);
    }

    @Test
    void theKeyMayStandInBasicBearerOrBody() {
        var withKey = "{\"writeKey\":\"app-key\",\"userId\":\"ada\",\"event\":\"E\"}";
        var batch = "{\"batch\":[{\"type\":\"track\",\"writeKey\":\"app-key\",\"userId\":\"ada\",\"event\":\"E\"}]}";

        edge.post("/v1/track", TRACK);
        edge.send(edge.to("/v1/track").header("Authorization", "Bearer app-key").POST(text(TRACK)));
        edge.send(edge.to("/v1/track").header("Content-Type", "text/plain").POST(text(withKey)));
        edge.send(
                edge.to("/v1/track").header("Authorization", "Bearer of-oauth").POST(text(withKey)));
        edge.send(edge.to("/v1/batch").POST(text(batch)));

        assertThat(edge.inlet.events())
                .extracting(event -> event.source())
                .containsExactly("site", "app", "app", "app", "app");
    }

    @Test
    void anUnknownOrMissingKeyIsRefusedAndCounted() {
        var unknown = edge.send(edge.to("/v1/track")
                .header("Authorization", Edge.basic("secret-key"))
                .POST(text(TRACK)));
        var missing = edge.send(edge.to("/v1/track").POST(text(TRACK)));

        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(unknown.body()).contains("\"code\":\"unknown_write_key\"");
        assertThat(missing.statusCode()).isEqualTo(401);
        assertThat(edge.inlet.noted())
                .containsExactly(
                        new RecordingInlet.Noted("unknown", "unknown_write_key", "secr…", 1),
                        new RecordingInlet.Noted("unknown", "missing_write_key", "", 1));
        assertThat(edge.inlet.events()).isEmpty();
    }

    @Test
    void gzipIsInflated() {
        var answer = edge.send(
                edge.authorized("/v1/track").header("Content-Encoding", "gzip").POST(bytes(gzip(utf8(TRACK)))));

        assertThat(answer.body()).isEqualTo(SUCCESS);
        assertThat(edge.inlet.onlyEvent().name()).isEqualTo("Product Added");
    }

    @Test
    void aGzipBombIsRefusedAtTheLimitOfWhatItInflatesTo() {
        byte[] bomb = gzip(new byte[50 << 20]);

        var answer = edge.send(
                edge.authorized("/v1/track").header("Content-Encoding", "gzip").POST(bytes(bomb)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(edge.inlet.reasons()).containsExactly("too_large");
    }

    @Test
    void whatIsNoGzipOrUnknownlyEncodedIsRefused() {
        var broken = edge.send(
                edge.authorized("/v1/track").header("Content-Encoding", "gzip").POST(text(TRACK)));
        byte[] whole = gzip(utf8(TRACK));
        var cut = edge.send(edge.authorized("/v1/track")
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(whole, 0, whole.length - 10)));
        var unknown = edge.send(
                edge.authorized("/v1/track").header("Content-Encoding", "br").POST(text(TRACK)));

        assertThat(broken.statusCode()).isEqualTo(400);
        assertThat(cut.statusCode()).isEqualTo(400);
        assertThat(unknown.statusCode()).isEqualTo(415);
        assertThat(edge.inlet.reasons()).containsExactly("bad_encoding", "bad_encoding", "bad_encoding");
    }

    @Test
    void aBodyOverTheLimitIsRefusedAlsoWithoutAnnouncedLength() {
        byte[] large = utf8("{\"userId\":\"ada\",\"event\":\"E\",\"x\":\"" + "x".repeat(33_000) + "\"}");

        var announced = edge.post("/v1/track", large);
        var chunked = edge.send(edge.authorized("/v1/track")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large))));
        var batch = edge.post("/v1/batch", utf8("x".repeat(600_000)));

        assertThat(List.of(announced.statusCode(), chunked.statusCode(), batch.statusCode()))
                .containsOnly(400);
        assertThat(edge.inlet.reasons()).containsOnly("too_large").hasSize(3);
        assertThat(edge.post("/v1/track", TRACK).body()).isEqualTo(SUCCESS);
    }

    @Test
    void badJsonIsA400ThatSaysWhere() {
        var cut = edge.post("/v1/track", "{\"userId\":\n\"ada\",");
        var list = edge.post("/v1/track", "[1]");
        var empty = edge.post("/v1/track", "");
        var more = edge.post("/v1/track", TRACK + TRACK);
        var deep = edge.post("/v1/track", "{\"a\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}");
        var number = edge.post("/v1/track", "{\"a\":" + "9".repeat(1_000) + "}");
        var exponent = edge.post("/v1/track", "{\"a\":1e999999999}");
        var latin1 = edge.post("/v1/track", "{\"userId\":\"Jos\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));

        var all = List.of(cut, list, empty, more, deep, number, exponent, latin1);
        assertThat(all).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).startsWith("{\"success\":false,\"error\":{\"code\":\"bad_json\",\"message\":\"");
        });
        assertThat(cut.body()).contains("line 2");
        assertThat(latin1.body()).contains("not UTF-8");
        assertThat(edge.inlet.reasons()).containsOnly("bad_json").hasSize(8);
    }

    @Test
    void anUnusableCallIsAcceptedAndCounted() {
        assertThat(edge.post("/v1/track", "{\"userId\":\"ada\"}").body()).isEqualTo(SUCCESS);
        assertThat(edge.post("/v1/track", "{\"event\":\"E\"}").body()).isEqualTo(SUCCESS);

        assertThat(edge.inlet.noted())
                .containsExactly(
                        new RecordingInlet.Noted("site", "missing_event_name", "track", 1),
                        new RecordingInlet.Noted("site", "missing_identifier", "track \"E\"", 1));
        assertThat(edge.inlet.events()).isEmpty();
    }

    @Test
    void strictlyAnUnusableCallIsA400AndNothingOfItsBatchIsTaken() {
        var batch =
                "{\"batch\":[{\"type\":\"track\",\"userId\":\"ada\",\"event\":\"E\"},7,{\"type\":\"trak\",\"userId\":\"ada\"}]}";

        var strict = edge.post("/v1/batch?strict=true", batch);

        assertThat(strict.statusCode()).isEqualTo(400);
        assertThat(strict.body())
                .contains("2 of 3 calls")
                .contains("{\"index\":1,\"reason\":\"not_an_object\"")
                .contains("{\"index\":2,\"reason\":\"unknown_type\"");
        assertThat(edge.inlet.events()).isEmpty();
        assertThat(edge.inlet.reasons()).containsExactlyInAnyOrder("not_an_object", "unknown_type");
        assertThat(edge.post("/v1/track?strict=true", TRACK).body()).isEqualTo(SUCCESS);
    }

    @Test
    void anUnusableCallDoesNotHarmTheOthersOfItsBatch() {
        var large = "{\"type\":\"track\",\"userId\":\"ada\",\"event\":\"E\",\"x\":\"" + "x".repeat(33_000) + "\"}";
        var good = "{\"type\":\"Track\",\"userId\":\"ada\",\"event\":\"E\"}";

        var answer = edge.post("/v1/batch", "{\"batch\":[null," + good + "," + large + ",{}," + good + "]}");

        assertThat(answer.body()).isEqualTo(SUCCESS);
        assertThat(edge.inlet.events()).hasSize(2);
        assertThat(edge.inlet.reasons()).containsExactlyInAnyOrder("not_an_object", "too_large", "unknown_type");
    }

    @Test
    void aBatchOfTooManyCallsIsCountedCallByCallAndNotTaken() {
        var calls = String.join(",", java.util.Collections.nCopies(2_501, "{\"type\":\"page\",\"userId\":\"a\"}"));

        var answer = edge.post("/v1/batch", "{\"batch\":[" + calls + "]}");

        assertThat(answer.body()).isEqualTo(SUCCESS);
        assertThat(edge.inlet.events()).isEmpty();
        assertThat(edge.inlet.noted())
                .containsExactly(new RecordingInlet.Noted("site", "too_many_events", "2501 calls", 2_501));
    }

    @Test
    void aBatchWithoutAListIsRefused() {
        assertThat(edge.post("/v1/batch", "{}").statusCode()).isEqualTo(400);
        assertThat(edge.post("/v1/batch", "{\"batch\":{}}").statusCode()).isEqualTo(400);
        assertThat(edge.post("/v1/batch", "{\"batch\":[]}").body()).isEqualTo(SUCCESS);
        assertThat(edge.inlet.reasons()).containsExactly("missing_batch", "missing_batch");
    }

    @Test
    void withoutRoomTheSenderIsToldToTryAgain() {
        edge.inlet.answer(Taken.FULL);

        var answer = edge.post("/v1/batch", "{\"batch\":[{\"type\":\"track\",\"userId\":\"ada\",\"event\":\"E\"},{}]}");

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        assertThat(answer.headers().firstValue("X-RateLimit-Reset")).contains("1772442001");
        assertThat(edge.inlet.noted()).as("it comes again, and is counted then").isEmpty();
    }

    @Test
    void whatIsNotHandledInTimeIsA503() {
        edge.inlet.answer(Taken.LATE);

        var answer = edge.post("/v1/track", TRACK);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void pagesOfAnyOriginMayCall() {
        var preflight = edge.send(edge.to("/v1/t")
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,x-own")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        var call = edge.post("/v1/t", TRACK);
        var refused = edge.send(edge.to("/v1/t").POST(text(TRACK)));

        assertThat(preflight.statusCode()).isEqualTo(204);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .contains("*");
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Headers"))
                .contains("authorization,content-type,x-own");
        assertThat(call.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void theSdksFiguresAboutItselfAreNotKept() {
        assertThat(edge.send(edge.to("/v1/m").POST(text("{\"series\":[]}"))).statusCode())
                .isEqualTo(200);

        assertThat(edge.inlet.events()).isEmpty();
        assertThat(edge.inlet.noted()).isEmpty();
    }

    @Test
    void theBrowserSdkLearnsWhereToSend() {
        var settings = edge.send(edge.to("/v1/projects/site-key/settings").GET());

        assertThat(settings.statusCode()).isEqualTo(200);
        assertThat(settings.body())
                .contains(
                        "\"Segment.io\":{\"apiKey\":\"site-key\",\"apiHost\":\"shop.example:8080/v1\",\"protocol\":\"http\"");
        assertThat(edge.send(edge.to("/v1/projects/none/settings").GET()).statusCode())
                .isEqualTo(404);
    }

    @Test
    void otherPathsAndMethodsAreRefusedInJson() {
        var method = edge.send(edge.to("/v1/track").GET());
        var path = edge.send(edge.to("/v2/track").GET());

        assertThat(method.statusCode()).isEqualTo(405);
        assertThat(method.headers().firstValue("Allow")).contains("POST, OPTIONS");
        assertThat(path.statusCode()).isEqualTo(404);
        assertThat(path.body()).startsWith("{\"error\":{\"code\":\"not_found\"");
    }

    @Test
    void theCallersAddressIsTakenOnlyWhereACallAsksAndAProxyIsTrusted() {
        var call = "{\"userId\":\"ada\",\"event\":\"E\",\"context\":{\"direct\":true}}";
        try (var behindProxy = new Edge(TrustedProxies.of(List.of("127.0.0.0/8", "10.0.0.0/8")))) {
            behindProxy.send(behindProxy
                    .authorized("/v1/track")
                    .header("X-Forwarded-For", "6.6.6.6, 203.0.113.9, 10.1.1.1")
                    .POST(text(call)));
            edge.send(edge.authorized("/v1/track")
                    .header("X-Forwarded-For", "203.0.113.9")
                    .POST(text(call)));
            edge.post("/v1/page", "{\"userId\":\"ada\"}");

            assertThat(behindProxy.inlet.onlyEvent().context().text("ip")).contains("203.0.113.9");
            assertThat(edge.inlet.events().getFirst().context().text("ip")).contains("127.0.0.1");
            assertThat(edge.inlet.events().getLast().context().isEmpty()).isTrue();
        }
    }

    @Test
    void whatComesInIsCounted() {
        edge.post("/v1/track", TRACK);
        edge.post("/v1/track", "{}");

        assertThat(edge.meters.scrape())
                .contains("carillon_events_received_total 1.0")
                .contains("carillon_events_unusable_total 1.0")
                .contains("carillon_http_requests_seconds_count{method=\"POST\",route=\"/v1/track\",status=\"200\"} 2");
    }

    private static HttpRequest.BodyPublisher text(String body) {
        return HttpRequest.BodyPublishers.ofString(body);
    }

    private static HttpRequest.BodyPublisher bytes(byte[] body) {
        return HttpRequest.BodyPublishers.ofByteArray(body);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
