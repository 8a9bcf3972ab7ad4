package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unchanged SDK of other people's servers brings a mail to a shopper, or spares them one. */
class SdkMailTest {
    private static final Path SDKS = Path.of("src/test/node");
    private final RunningServer server;

    SdkMailTest(@TempDir Path folder) {
        assumeThat(Files.exists(SDKS.resolve("node_modules/@segment/analytics-node")))
                .as("the SDK is installed: npm ci in %s", SDKS)
                .isTrue();
        server = RunningServer.in(folder, "5s");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aCartThatIsLeftBringsAMailAndAnOrderSparesIt() throws Exception {
        String result = drive("""
                {"type": "identify", "userId": "bob", "traits": {"email": "bob@x.org", "firstName": "Bob"}}
                {"type": "track", "userId": "bob", "event": "Product Added", "properties": {"cart_id": "c1", "name": "Rug"}}
                {"type": "track", "userId": "bob", "event": "Order Completed", "properties": {"order_id": "o1"}}
                {"type": "identify", "userId": "ada", "traits": {"email": "ada@x.org", "firstName": "Ada"}}
                {"type": "track", "userId": "ada", "event": "Product Added", "properties": {"cart_id": "c2", "name": "Lamp"}}
                """);

        server.awaitMails(1);

        assertThat(result).contains("\"calls\":5,\"delivered\":5");
        assertThat(server.sink.kept()).singleElement().satisfies(mail -> {
            assertThat(mail.recipients()).containsExactly("ada@x.org");
            assertThat(mail.header("Subject")).hasValue("Still yours, Ada");
            assertThat(mail.text()).contains("Lamp is waiting");
        });
        assertThat(server.client.customer("user:bob").path("journeys")).isEmpty();
    }

    private String drive(String calls) throws IOException, InterruptedException {
        String host = "http://127.0.0.1:" + server.port();
        Process node = new ProcessBuilder("node", "drive.mjs", "--host", host, "--write-key", ShopFolder.WRITE_KEY)
                .directory(SDKS.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = node.getOutputStream()) {
            in.write(calls.getBytes(StandardCharsets.UTF_8));
        }
        String result = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!node.waitFor(60, TimeUnit.SECONDS)) node.destroyForcibly();
        return result;
    }
}
