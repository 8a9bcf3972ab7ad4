package io.carillon.server.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Value;
import io.carillon.server.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls as the specification prints them and as other platforms' tests hold them. */
class SpecificationTest {
    private final Edge edge = new Edge();

    @AfterEach
    void close() {
        edge.close();
    }

    @Test
    void theSpecificationsExamplesAreTakenWithEveryProperty() throws IOException {
        List<Value.Fields> payloads = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("/segment-spec/examples.jsonl"))) {
            for (Value.Fields line : lines(in)) {
                line.get("json").ifPresent(json -> payloads.add((Value.Fields) json));
                line.get("calls").ifPresent(calls -> payloads.addAll(trackCalls((Value.Items) calls)));
            }
        }

        int taken = 0;
        for (Value.Fields payload : payloads) {
            if (payload.text("type").isEmpty()) continue; // a part of a call, printed alone
            Value.Fields call = Fields.said(payload, "userId").isPresent()
                            || Fields.said(payload, "anonymousId").isPresent()
                    ? payload
                    : payload.with("anonymousId", Value.of("a-1"));
            assertThat(edge.post("/v1/batch?strict=true", "{\"batch\":[" + call + "]}")
                            .statusCode())
                    .as("%s", call)
                    .isEqualTo(200);
            var event = edge.inlet.events().getLast();
            assertThat(raw(event, "/properties", event.properties()).fields())
                    .containsAllEntriesOf(call.fields("properties").fields());
            taken++;
        }

        assertThat(taken).isGreaterThan(20);
        assertThat(edge.inlet.noted()).isEmpty();
    }

    /** The messages may not be shipped, so they are read where the environment variable says, if it does. */
    @Test
    void messagesOfOtherPlatformsAreTakenOrRefusedWithAReasonAndKeepEveryField() throws IOException {
        Path file = Path.of(Objects.requireNonNullElse(System.getenv("CARILLON_TEST_DATA"), "absent"))
                .resolve("segment-style-events/messages_open.jsonl.gz");
        assumeThat(Files.exists(file))
                .as("CARILLON_TEST_DATA names the folder with segment-style-events")
                .isTrue();

        Map<String, Integer> outcomes = new TreeMap<>();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            for (Value.Fields line : lines(in)) {
                int before = edge.inlet.events().size();
                Value.Fields call = line.fields("message");
                var answer = edge.post("/v1/batch?strict=true", "{\"batch\":[" + call + "]}");
                boolean taken = edge.inlet.events().size() > before;
                assertThat(answer.statusCode()).as("%s", call).isEqualTo(taken ? 200 : 400);
                outcomes.merge(taken ? "taken" : reason(answer.body()), 1, Integer::sum);
                if (taken) assertKept(call, edge.inlet.events().getLast());
            }
        }

        assertThat(outcomes.get("taken")).as("%s", outcomes).isGreaterThan(1_000);
        assertThat(edge.inlet.noted())
                .allSatisfy(noted -> assertThat(noted.example()).isNotEmpty());
    }

    /** What the library sends for {@code track(event, properties)}. */
    private static List<Value.Fields> trackCalls(Value.Items calls) {
        List<Value.Fields> payloads = new ArrayList<>();
        for (Value item : calls.items()) {
            var call = (Value.Fields) item;
            if (!call.text("call").orElse("").equals("track")) continue;
            List<Value> args = ((Value.Items) call.get("args").orElseThrow()).items();
            Value.Fields payload =
                    Value.Fields.NONE.with("type", Value.of("track")).with("event", args.getFirst());
            payloads.add(args.size() > 1 ? payload.with("properties", args.get(1)) : payload);
        }
        return payloads;
    }

    private static void assertKept(Value.Fields call, io.carillon.core.event.Event event) {
        var properties = new LinkedHashMap<>(call.fields("properties").fields());
        for (String own : List.of("name", "category", "groupId")) {
            if (!call.text(own).orElse("").isEmpty()) properties.remove(own); // the call's own field wins
        }
        assertThat(raw(event, "/properties", event.properties()).fields()).containsAllEntriesOf(properties);
        var context = new LinkedHashMap<>(call.fields("context").fields());
        context.remove("traits");
        context.remove("ip"); // taken from the caller where the call asks for it
        assertThat(raw(event, "/context", event.context()).fields()).containsAllEntriesOf(context);
        String kept = raw(event, "/traits", event.traits()) + " " + raw(event, "/properties", event.properties());
        for (Value trait : call.fields("traits").fields().values())
            assertThat(kept).contains(trait.toString());
    }

    /** As it was sent. */
    private static Value.Fields raw(io.carillon.core.event.Event event, String pointer, Value.Fields kept) {
        return (Value.Fields) event.lineage().at(pointer).raw(kept);
    }

    private static String reason(String answer) {
        return answer.replaceAll("(?s).*\"reason\":\"([a-z_]+)\".*", "$1");
    }

    private static List<Value.Fields> lines(InputStream in) throws IOException {
        List<Value.Fields> lines = new ArrayList<>();
        for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
            if (line.isBlank()) continue;
            if (JsonReader.read(Bytes.utf8(line)) instanceof JsonReader.Parsed.Tree tree) lines.add(tree.root());
            else throw new IOException("not JSON: " + line);
        }
        return lines;
    }
}
