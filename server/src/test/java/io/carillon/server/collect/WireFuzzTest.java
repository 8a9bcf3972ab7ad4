package io.carillon.server.collect;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.testkit.hostile.HttpRequests;
import io.carillon.testkit.hostile.TrackingCalls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever arrives on the wire is answered, never by a 500, or hung up on; the next sender notices nothing. */
class WireFuzzTest {
    private static final int SEEDS = 600;
    private static final int ANSWER_BYTES_MAX = 64 * 1024;
    private static final String AUTHORIZATION = "Authorization: " + Edge.basic(Edge.KEY);
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");

    /** Done, or refused; of what begins with 5 only that we do not speak this: never that we failed. */
    private static final List<Integer> PROPER =
            List.of(200, 204, 400, 401, 404, 405, 408, 411, 413, 414, 415, 417, 431, 501, 505);

    private final Edge edge = new Edge();

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void anyRequestIsAnsweredOrHungUpOnAndTheNextOneIsServed() {
        forAll(
                SEEDS,
                chance -> HttpRequests.any(chance, AUTHORIZATION, TrackingCalls.body(chance)),
                (request, seed) -> judge(request, Long.toString(seed)));
    }

    @Test
    void aQueryThatCannotBeDecodedIsNoFailureOfOurs() {
        for (String query :
                new String[] {"strict=%zz", "strict=%", "strict=%f", "%zz=true", "strict=%ff%fe", "=", "&&"}) {
            judge(request("POST /v1/track?" + query + " HTTP/1.1", TrackingCalls.good("q")), query);
        }
    }

    @Test
    void aPathThatCannotBeDecodedIsNoFailureOfOurs() {
        for (String part : new String[] {"%zz", "%", "%f", "%ff", "%00", "%c3%28", "%2e%2e", "%2F"}) {
            judge(request("GET /v1/projects/" + part + "/settings HTTP/1.1", ""), part);
        }
    }

    @Test
    void aBodyThatInflatesWithoutEndIsCutOff() {
        byte[] bomb = TrackingCalls.gzipBomb(64 << 20);

        var answer = edge.send(edge.authorized("/v1/batch")
                .header("Content-Encoding", "gzip")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(bomb)));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(edge.post("/v1/track", TrackingCalls.good("after")).statusCode())
                .isEqualTo(200);
    }

    private static byte[] request(String line, String body) {
        return "%s\r\nHost: x\r\n%s\r\nContent-Length: %d\r\n\r\n%s"
                .formatted(line, AUTHORIZATION, body.length(), body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private void judge(byte[] request, String what) {
        sent(request).ifPresent(status -> assertThat(status).as(what).isIn(PROPER));
        String next = "after-" + what;

        assertThat(edge.post("/v1/track", TrackingCalls.good(next)).statusCode())
                .as(what)
                .isEqualTo(200);
        assertThat(edge.inlet.events()).anyMatch(event -> event.id().text().equals(next));
        edge.inlet.forget();
    }

    /** The status of the first final answer, if there is one before the connection ends. */
    private Optional<Integer> sent(byte[] request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return status(socket.getInputStream());
        } catch (SocketException hungUp) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Integer> status(InputStream in) throws IOException {
        String answer = new String(in.readNBytes(ANSWER_BYTES_MAX), StandardCharsets.ISO_8859_1);
        Matcher line = STATUS.matcher(answer);
        while (line.find()) {
            int status = Integer.parseInt(line.group(1));
            if (status >= 200) return Optional.of(status);
        }
        return Optional.empty();
    }
}
