package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.host.local.StoreExam;
import io.carillon.server.settings.Setting;
import io.carillon.server.settings.SettingsReader;
import io.carillon.testkit.smtp.SmtpSink;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Data of every earlier version is read, and goes on. When an older Carillon could not read what this one stores, raise the
 * format ({@code Meta.FORMAT}) and write a folder of it: {@code ./carillon test --only GoldenDataTest -Dcarillon.golden=write}.
 * Those of earlier formats stay as they are.
 */
class GoldenDataTest {
    private static final Path RESOURCES = Path.of("src/test/resources/golden/data");

    /** Beside the data: when it was made. */
    private static final String MADE = "made.txt";

    private final Path folder;

    GoldenDataTest(@TempDir Path folder) {
        this.folder = folder;
    }

    static IntStream formats() {
        return IntStream.rangeClosed(1, StoreExam.FORMAT);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void dataOfEveryEarlierVersionGoesOn(int format) throws IOException {
        Instant made = unpack(format);

        try (var sink = SmtpSink.start();
                var receiver = new WebhookReceiver(_ -> 200);
                var serve = start(made.plus(Duration.ofHours(2)), sink.port(), receiver);
                var client = new ShopClient(serve.port())) {
            // What was known is known.
            assertThat(client.customer("user:ada")
                            .path("traits")
                            .path("firstName")
                            .asString())
                    .isEqualTo("Ada");
            assertThat(client.idOf("anonymous:b1")).isEqualTo(client.idOf("user:bob"));
            assertThat(events(client, "user:bob"))
                    .containsExactlyInAnyOrder("Page Viewed", "Product Added", "Order Completed");
            assertThat(client.customer("user:dan").path("subscriptions").findValuesAsString("topic"))
                    .contains("reminders");
            assertThat(client.get("/api/workspace").path("files").has("journeys/welcome.yaml"))
                    .isTrue();
            // What was under way goes on.
            eventually(() -> client.all("/api/segments/buyers/members"), members -> members.size() == 1);
            assertThat(sink.awaitCount(2, Eventually.PATIENCE)).isTrue();
            assertThat(sink.to("ada@x.org"))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.text()).contains("Lamp is waiting"));
            assertThat(sink.to("cy@x.org")).hasSize(1);
            assertThat(sink.to("bob@x.org")).as("ordered").isEmpty();
            assertThat(sink.to("dan@x.org")).as("asked not to").isEmpty();
            if (format > 1) { // that one had no webhooks yet
                eventually(() -> receiver.told("event.accepted").toString(), told -> told.contains("Lamp Viewed"));
            }
            // What is repeated changes nothing.
            client.take("track", """
                    {"userId": "ada", "messageId": "ada-2", "event": "Lamp Viewed", "properties": {"price": 19.5}}""");
            assertThat(events(client, "user:ada")).containsExactlyInAnyOrder("Lamp Viewed", "Product Added");
            // What failed is done now.
            JsonNode parked = client.get("/api/parked").path("items");
            assertThat(parked).hasSize(1);
            client.post(
                    "/api/parked/%s/redrive".formatted(parked.get(0).path("id").asString()));
            eventually(() -> client.get("/api/parked").path("items"), JsonNode::isEmpty);
            assertThat(events(client, "user:eve")).containsExactly("Poison");
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "carillon.golden", matches = "write")
    void write() throws IOException {
        Path data = folder.resolve("data");
        int nobody;
        var gone = new WebhookReceiver(_ -> 503);
        gone.close();
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        Instant made = Instant.now();
        try (var serve = start(made, nobody, gone);
                var client = new ShopClient(serve.port())) {
            GoldenShop.fill(client);
        }
        GoldenShop.park(data);
        pack(data, made, RESOURCES.resolve("format-%d.zip".formatted(StoreExam.FORMAT)));
    }

    private static List<String> events(ShopClient client, String identifier) {
        return client.all("/api/customers/" + client.idOf(identifier) + "/timeline").stream()
                .filter(row -> row.path("type").asString().equals("event"))
                .map(row -> row.path("event"))
                .filter(event -> !event.path("type").asString().equals("identify"))
                .map(event -> event.path("name").asString())
                .toList();
    }

    private Serve start(Instant now, int smtpPort, WebhookReceiver receiver) throws IOException {
        var flags = new EnumMap<Setting, String>(Setting.class);
        flags.put(Setting.PORT, "0");
        flags.put(Setting.DATA, folder.resolve("data").toString());
        flags.put(
                Setting.WORKSPACE,
                GoldenShop.workspace(folder.resolve("workspace"), smtpPort)
                        .write("webhooks/crm.yaml", receiver.definition("event.accepted, message.sent"))
                        .path()
                        .toString());
        if (!(SettingsReader.read(flags, Map.of(), Optional.empty())
                instanceof SettingsReader.Outcome.Ready(var settings))) throw new AssertionError("wrong settings");
        return Serve.start(
                settings,
                RunningServer.ENVIRONMENT,
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                SimulatedClock.of(now + "@1", "127.0.0.1"),
                Serve.Extras.NONE);
    }

    /** When it was made. */
    private Instant unpack(int format) throws IOException {
        try (InputStream in = GoldenDataTest.class.getResourceAsStream("/golden/data/format-%d.zip".formatted(format));
                var zip = new ZipInputStream(Objects.requireNonNull(in, "no data of format " + format))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = folder.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
        return Instant.parse(Files.readString(folder.resolve(MADE)).strip());
    }

    /** All but what a start makes anew. */
    static void pack(Path data, Instant made, Path archive) throws IOException {
        Files.createDirectories(archive.getParent());
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive));
                Stream<Path> paths = Files.walk(data)) {
            zip.putNextEntry(new ZipEntry(MADE));
            zip.write((made + "\n").getBytes(StandardCharsets.UTF_8));
            for (Path path : paths.sorted().toList()) {
                String name = data.relativize(path).toString().replace('\\', '/');
                if (!Files.isRegularFile(path) || name.matches("store/(LOCK|LOG.*)|api-token")) continue;
                zip.putNextEntry(new ZipEntry("data/" + name));
                zip.write(Files.readAllBytes(path));
            }
        }
    }
}
