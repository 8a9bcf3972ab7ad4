package io.carillon.server.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.carillon.core.event.Event;
import io.carillon.core.event.EventType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The unchanged SDK of other people's servers sends here. */
class SdkTest {
    private static final Path SDKS = Path.of("src/test/node");
    private static final String CALLS = """
        {"type": "identify", "userId": "ada", "traits": {"email": "Ada@X.org"}}
        {"type": "track", "userId": "ada", "event": "Product Added", "properties": {"cart_id": "c1"}}
        {"type": "page", "anonymousId": "a-1", "name": "Home"}
        {"type": "screen", "userId": "ada", "name": "Cart"}
        {"type": "group", "userId": "ada", "groupId": "g-1", "traits": {"name": "Club"}}
        {"type": "alias", "userId": "ada", "previousId": "a-1"}
        """;

    private final Edge edge = new Edge();

    @BeforeEach
    void needTheSdk() {
        assumeThat(Files.exists(SDKS.resolve("node_modules/@segment/analytics-node")))
                .as("the SDK is installed: npm ci in %s", SDKS)
                .isTrue();
    }

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void everyCallArrives() throws Exception {
        String result = drive();

        assertThat(result).contains("\"calls\":6,\"delivered\":6").contains("\"200\"");
        assertThat(edge.inlet.events()).extracting(Event::type).containsExactlyInAnyOrder(EventType.values());
        assertThat(edge.inlet.events())
                .flatExtracting(Event::identifiers)
                .extracting(Object::toString)
                .contains("email:ada@x.org");
        assertThat(edge.inlet.noted()).isEmpty();
    }

    @Test
    void whatWasRefusedForWantOfRoomIsSentAgain() throws Exception {
        edge.inlet.fullFor(1);

        String result = drive();

        assertThat(result).contains("\"delivered\":6").contains("\"429\"");
        assertThat(edge.inlet.events()).hasSize(6);
    }

    private String drive() throws IOException, InterruptedException {
        Process node = new ProcessBuilder(
                        "node", "drive.mjs", "--host", "http://127.0.0.1:" + edge.port(), "--write-key", Edge.KEY)
                .directory(SDKS.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = node.getOutputStream()) {
            in.write(CALLS.getBytes(StandardCharsets.UTF_8));
        }
        String result = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!node.waitFor(60, TimeUnit.SECONDS)) node.destroyForcibly();
        return result;
    }
}
