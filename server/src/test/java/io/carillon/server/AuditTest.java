package io.carillon.server;

import static io.carillon.server.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.host.local.HostTime;
import io.carillon.server.settings.Setting;
import io.carillon.server.settings.SettingsReader;
import io.carillon.testkit.smtp.SmtpSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The quality of data over days: found by the API and the command, told by mail and webhook once, and once when over. */
class AuditTest {
    private static final int A_DAY = 80;

    private final AtomicReference<Instant> clock = new AtomicReference<>(Instant.parse("2026-03-02T12:00:00Z"));
    private final SmtpSink sink = SmtpSink.start();
    private final WebhookReceiver receiver = new WebhookReceiver(_ -> 204);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Serve serve;
    private final ShopClient client;

    AuditTest(@TempDir Path folder) throws IOException {
        ShopFolder shop = ShopFolder.in(folder.resolve("workspace"), sink.port(), "1h")
                .write("workspace.yaml", """
                        workspace: shop
                        timezone: Europe/Berlin
                        audit: {alertTo: ops@shop.example, severity: high}
                        """)
                .write("webhooks/crm.yaml", receiver.definition("quality.finding"));
        var flags = new EnumMap<Setting, String>(Map.of(
                Setting.PORT, "0",
                Setting.DATA, folder.resolve("data").toString(),
                Setting.WORKSPACE, shop.path().toString()));
        if (!(SettingsReader.read(flags, Map.of(), Optional.empty())
                instanceof SettingsReader.Outcome.Ready(var settings))) {
            throw new AssertionError("the settings are in order");
        }
        serve = Serve.start(
                settings,
                RunningServer.ENVIRONMENT,
                print(new ByteArrayOutputStream()),
                new HostTime(clock::get, System::nanoTime, 1e6),
                Serve.Extras.NONE);
        client = new ShopClient(serve.port());
    }

    @AfterEach
    void close() {
        client.close();
        serve.close();
        receiver.close();
        sink.close();
    }

    @Test
    void aFieldThatGoesMissingIsFoundToldOnceAndOverWhenItIsBack() {
        for (int day = 0; day < 9; day++) {
            orders(day, "\"total\": %d,".formatted(20 + day));
            assertThat(client.get("/api/quality/findings").path("items")).isEmpty();
            clock.updateAndGet(now -> now.plus(Duration.ofDays(1)));
        }
        assertThat(run()).as(text()).isZero();

        orders(9, "");
        JsonNode finding =
                client.get("/api/quality/findings?source=site").path("items").get(0);

        assertThat(finding.path("kind").asString()).isEqualTo("field_missing");
        assertThat(finding.path("event").asString()).isEqualTo("Order Completed");
        assertThat(finding.path("field").asString()).isEqualTo("properties.total");
        assertThat(finding.path("severity").asString()).isEqualTo("high");
        assertThat(finding.path("count").asInt()).isEqualTo(A_DAY);
        assertThat(finding.path("fix").asString()).contains("site");
        JsonNode score = client.get("/api/quality/scores").path("items").get(0);
        assertThat(score.path("score").asInt()).isLessThan(80);
        assertThat(score.path("dimensions").path("completeness").asInt()).isLessThan(80);
        assertThat(score.path("days").asInt()).isEqualTo(9);
        assertThat(run()).isEqualTo(1);
        assertThat(text()).contains("properties.total of \"Order Completed\" is missing in 100 %", "to fix: ");

        clock.updateAndGet(now -> now.plus(Duration.ofMinutes(10)));
        eventually(() -> sink.to("ops@shop.example"), mails -> !mails.isEmpty());
        eventually(() -> receiver.told("quality.finding"), told -> !told.isEmpty());
        clock.updateAndGet(now -> now.plus(Duration.ofMinutes(10)));
        eventually(
                () -> client.get("/api/quality/scores").path("items").get(0).path("trend"), trend -> !trend.isEmpty());
        assertThat(sink.to("ops@shop.example")).hasSize(1);
        assertThat(sink.to("ops@shop.example").getFirst().header("Subject").orElse(""))
                .contains("Data of site");

        clock.updateAndGet(now -> now.plus(Duration.ofHours(23)));
        orders(10, "\"total\": 30,");
        clock.updateAndGet(now -> now.plus(Duration.ofHours(7)));
        eventually(
                () -> receiver.told("quality.finding"),
                told -> told.stream().anyMatch(it -> status(it).equals("over")));
        eventually(() -> sink.to("ops@shop.example"), mails -> mails.size() == 2);
        assertThat(client.get("/api/quality/findings").path("items")).isEmpty();
        assertThat(receiver.told("quality.finding"))
                .as(() -> receiver.told("quality.finding").toString())
                .extracting(AuditTest::status)
                .containsExactly("open", "over");
    }

    @Test
    void theFiguresOfEachFieldAreThere() {
        orders(0, "\"total\": 20, \"note\": \"undefined\",");

        List<JsonNode> fields = client.all("/api/quality/fields?source=site");

        assertThat(fields)
                .extracting(it -> it.path("field").asString())
                .containsExactly("properties.note", "properties.order_id", "properties.total");
        assertThat(fields.get(0).path("completeness").asDouble()).isZero();
        assertThat(fields.get(1).path("distinct").asInt()).isEqualTo(A_DAY);
        assertThat(fields.get(1).path("uniqueness").asDouble()).isEqualTo(1);
        assertThat(fields.get(2).path("types").path("number").asInt()).isEqualTo(A_DAY);
        assertThat(client.get("/api/quality/fields?source=nobody").path("items"))
                .isEmpty();
    }

    private static String status(WebhookReceiver.Told told) {
        return told.body().path("data").path("status").asString();
    }

    private void orders(int day, String more) {
        String calls = IntStream.range(0, A_DAY)
                .mapToObj(i -> """
                        {"type": "track", "userId": "u%d", "event": "Order Completed", "messageId": "m%d-%d",
                         "properties": {%s "order_id": "o-%d-%d"}}""".formatted(i, day, i, more, day, i))
                .collect(Collectors.joining(","));
        client.take("batch", "{\"batch\": [" + calls + "]}");
        client.get("/api/quality/scores");
    }

    private int run() {
        out.reset();
        return Main.run(
                print(out),
                print(out),
                "audit",
                "--server",
                "http://127.0.0.1:" + serve.port(),
                "--token",
                ShopClient.TOKEN,
                "--source",
                "site");
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }
}
