package io.carillon.server.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventCodec;
import io.carillon.core.event.EventType;
import io.carillon.core.value.Value;
import io.carillon.server.cleansing.AvailableCleansers;
import io.carillon.server.cleansing.Cleansing;
import io.carillon.server.json.JsonReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Messages as other platforms of this kind receive them, from {@code shared/data}; without them it is skipped. */
class SegmentStyleTest {
    private static final String FILE = "shared/data/segment-style-events/messages_open.jsonl.gz";

    private final EventReader reader =
            new EventReader(() -> "made", _ -> Optional.empty(), new Cleansing(AvailableCleansers::of));

    @Test
    void everyMessageIsAnEventOrUnusableWithItsReasonsAndNoFieldIsLost() throws IOException {
        int events = 0;
        int unusable = 0;
        for (Value.Fields message : messages()) {
            Optional<EventType> type = message.text("type").flatMap(SegmentStyleTest::type);
            if (type.isEmpty()) continue;
            Reading reading = reader.read(message, type.get(), envelope());
            switch (reading) {
                case Reading.Usable(var event, var _) -> {
                    events++;
                    assertThat(EventCodec.EVENTS.decode(EventCodec.EVENTS.encode(event)))
                            .isEqualTo(event);
                    assertThatNothingIsLost(message, event);
                }
                case Reading.Unusable(var problems) -> {
                    unusable++;
                    assertThat(problems).isNotEmpty();
                }
                case Reading.Blocked(var _) -> throw new AssertionError("there is no plan");
            }
        }
        assertThat(events).as("%d unusable", unusable).isGreaterThan(1_000);
    }

    /** Whatever was sent stands in the event, and as it was sent where its lineage is followed back. */
    private static void assertThatNothingIsLost(Value.Fields message, Event event) {
        Value.Fields properties = raw(event, "/properties", event.properties());
        Value.Fields traits = raw(event, "/traits", event.traits());
        Value.Fields context = raw(event, "/context", event.context());
        Value.Fields said = message.fields("context");
        Value.Fields own = message.fields("traits");
        message.fields("properties").fields().forEach((name, value) -> {
            boolean hasItsOwn = List.of("name", "category", "traits", "groupId", "previousId")
                    .contains(name);
            if (!hasItsOwn)
                assertThat(properties.get(name)).as("%s in %s", name, message).contains(value);
        });
        own.fields().forEach((name, value) -> {
            Value.Fields place = event.type() == EventType.IDENTIFY ? traits : properties.fields("traits");
            assertThat(place.get(name)).as("%s in %s", name, message).contains(value);
        });
        said.fields("traits").fields().forEach((name, value) -> {
            boolean isOverruled =
                    event.type() == EventType.IDENTIFY && own.get(name).isPresent();
            if (!isOverruled)
                assertThat(traits.get(name)).as("%s in %s", name, message).contains(value);
        });
        said.fields().forEach((name, value) -> {
            if (!name.equals("traits"))
                assertThat(context.get(name)).as("%s in %s", name, message).contains(value);
        });
        for (String name : message.fields().keySet()) {
            boolean hasMeaning = !context.fields().containsKey(name)
                    && !properties.fields().containsKey(name)
                    && message.get(name).orElseThrow() != Value.Nothing.NOTHING;
            if (hasMeaning) assertThat(name).isIn(MEANINGS);
        }
    }

    /** Fields of a call that have their own place in an event, or say how it is to be handled. */
    private static final List<String> MEANINGS = List.of(
            "type",
            "event",
            "userId",
            "anonymousId",
            "messageId",
            "timestamp",
            "originalTimestamp",
            "sentAt",
            "receivedAt",
            "properties",
            "traits",
            "context",
            "integrations",
            "name",
            "category",
            "groupId",
            "previousId",
            "version",
            "writeKey",
            "_metadata");

    private static Value.Fields raw(Event event, String pointer, Value.Fields kept) {
        return (Value.Fields) event.lineage().at(pointer).raw(kept);
    }

    private static Envelope envelope() {
        return new Envelope("site", Edge.NOW, Value.Fields.NONE, Value.Fields.NONE, Optional.empty(), Optional.empty());
    }

    private static Optional<EventType> type(String word) {
        for (EventType type : EventType.values()) {
            if (type.word().equals(word.toLowerCase(Locale.ROOT))) return Optional.of(type);
        }
        return Optional.empty();
    }

    private static List<Value.Fields> messages() throws IOException {
        Path at = Path.of("").toAbsolutePath();
        while (at.getParent() != null && !Files.exists(at.resolve(FILE))) at = at.getParent();
        Path file = at.resolve(FILE);
        Assumptions.assumeTrue(Files.exists(file), () -> "not there, so skipped: " + FILE);
        var messages = new ArrayList<Value.Fields>();
        try (var in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (JsonReader.read(Bytes.utf8(line)) instanceof JsonReader.Parsed.Tree tree) {
                    messages.add(tree.root().fields("message"));
                }
            }
        }
        assertThat(messages).hasSizeGreaterThan(1_000);
        return messages;
    }
}
