package io.carillon.server.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever is sent, the answer is a clear one and the server goes on. */
class CollectFuzzTest {
    private static final int BODIES = 3_000;
    private static final String GOOD = "{\"userId\":\"ada\",\"event\":\"Product Added\"}";
    private static final String[] PATHS = {"track", "identify", "page", "group", "alias", "batch", "b", "t"};

    private final Edge edge = new Edge();

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void anyBodyGetsA200OrA400() {
        for (long seed = 0; seed < BODIES; seed++) {
            var random = new Random(seed);
            byte[] body = Bodies.any(random);
            String path = "/v1/" + PATHS[random.nextInt(PATHS.length)] + (random.nextBoolean() ? "?strict=true" : "");
            var request = edge.authorized(path).POST(BodyPublishers.ofByteArray(body));
            if (random.nextInt(5) == 0) request.header("Content-Encoding", "gzip");

            HttpResponse<String> answer = edge.send(request);

            assertThat(answer.statusCode()).as("seed %d, %s", seed, path).isIn(200, 400);
            assertThat(answer.body()).as("seed %d", seed).startsWith("{\"success\":");
        }

        assertThat(edge.post("/v1/track", GOOD).statusCode()).isEqualTo(200);
    }

    @Test
    void whatIsNoHttpIsCutOffAndHarmsNobody() throws IOException {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
                var out = socket.getOutputStream();
                String length =
                        random.nextBoolean() ? "Content-Length: " + random.nextLong() : "Transfer-Encoding: chunked";
                if (random.nextInt(3) > 0) {
                    String head = "POST /v1/track HTTP/1.1\r\nHost: x\r\n" + length + "\r\n\r\n";
                    out.write(head.getBytes(StandardCharsets.US_ASCII));
                }
                out.write(noise);
                out.flush();
            } catch (SocketException e) {
                assertThat(e)
                        .as("it hung up on us, as it may")
                        .hasMessageMatching("(?i).*(reset|broken|closed|abort).*");
            }
        }

        assertThat(edge.post("/v1/track", GOOD).statusCode()).isEqualTo(200);
    }
}
