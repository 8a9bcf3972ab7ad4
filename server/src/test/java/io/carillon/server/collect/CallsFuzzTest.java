package io.carillon.server.collect;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.email.EmailAddresses;
import io.carillon.core.codec.Bytes;
import io.carillon.core.event.Event;
import io.carillon.core.event.EventCodec;
import io.carillon.core.event.EventType;
import io.carillon.core.event.Identifier;
import io.carillon.core.event.IdentifierKind;
import io.carillon.core.value.Value;
import io.carillon.server.cleansing.AvailableCleansers;
import io.carillon.server.cleansing.Cleansing;
import io.carillon.server.json.JsonReader;
import io.carillon.testkit.hostile.Ordeal;
import io.carillon.testkit.hostile.TrackingCalls;
import io.carillon.testkit.property.Chance;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Any call is an event that can be stored, or unusable with a reason; a bad call in a batch harms no other. */
class CallsFuzzTest {
    private static final int SEEDS = 5_000;
    private static final int BYTES_EACH_MAX = 2_000;
    private static final Envelope ENVELOPE = new Envelope(
            "site", Edge.NOW, Value.Fields.NONE, Value.Fields.NONE, Optional.empty(), Optional.of("127.0.0.1"));

    private final EventReader reader =
            new EventReader(() -> "made-here", _ -> Optional.empty(), new Cleansing(AvailableCleansers::of));

    @Test
    void anyCallIsAnEventOrUnusable() {
        forAll(SEEDS, TrackingCalls::body, (body, seed) -> {
            if (!(parse(body) instanceof JsonReader.Parsed.Tree tree)) return;
            EventType type = new Chance(seed).pick(List.of(EventType.values()));

            Reading reading =
                    Ordeal.of(body.length, BYTES_EACH_MAX).read(() -> reader.read(tree.root(), type, ENVELOPE));

            judge(reading);
        });
    }

    @Test
    void aBadCallInABatchLosesNoOther() {
        forAll(SEEDS, CallsFuzzTest::mixed, (calls, _) -> {
            byte[] body = TrackingCalls.batch(calls).getBytes(StandardCharsets.UTF_8);
            if (!(parse(body) instanceof JsonReader.Parsed.Tree tree)) return; // one that is no JSON spoils the text
            if (!(tree.root().get("batch").orElseThrow() instanceof Value.Items items)) throw new AssertionError();

            Tally tally = Ordeal.of(body.length, BYTES_EACH_MAX)
                    .read(() -> Batch.read(items, tree.measured(), ENVELOPE, reader));

            assertThat(tally.calls()).isEqualTo(calls.size());
            assertThat(tally.events().size() + tally.unusable()).isEqualTo(calls.size());
            assertThat(tally.events().stream().map(event -> event.id().text()).filter(id -> id.startsWith("good-")))
                    .containsExactlyElementsOf(calls.stream()
                            .filter(call -> call.contains("\"good-"))
                            .map(call -> call.replaceAll(".*\"(good-\\d+)\".*", "$1"))
                            .toList());
        });
    }

    @Test
    void aNumberOutOfRangeCostsItsCallAndNoOther() {
        for (String number : List.of("1e999999999", "1e2147483648", "-1e-2147483648", "1e99999999999999999999")) {
            String bad =
                    "{\"type\":\"track\",\"event\":\"E\",\"userId\":\"u\",\"properties\":{\"a\":[{\"b\":%s}],\"c\":[1]}}"
                            .formatted(number);
            List<String> calls = List.of(TrackingCalls.good("good-0"), bad, number, TrackingCalls.good("good-3"));
            byte[] body = TrackingCalls.batch(calls).getBytes(StandardCharsets.UTF_8);
            var tree = (JsonReader.Parsed.Tree) parse(body);

            Tally tally =
                    Batch.read((Value.Items) tree.root().get("batch").orElseThrow(), tree.measured(), ENVELOPE, reader);

            assertThat(tally.events()).extracting(event -> event.id().text()).containsExactly("good-0", "good-3");
            assertThat(tally.refusals().toString())
                    .contains("number_out_of_range")
                    .contains("\"index\":2");
            assertThat(tree.root().get("sentAt")).isPresent();
        }
    }

    @Test
    void anAddressInNormalFormStaysAsItIs() {
        List<String> pieces = List.of(
                "a",
                "@",
                ".",
                "ä",
                "İ",
                "ß",
                "xn--",
                "\uD83D\uDE00",
                "\uD800",
                "\u3002",
                "\u00ad",
                " ",
                "\u0000",
                "-",
                "_",
                "org",
                "com",
                "\u200d",
                "\uFF0E",
                "K",
                "ﬁ",
                "1",
                "\u0130",
                "٠",
                "א",
                "\u0301",
                "xn--a-ecp",
                "xn--999999b");
        forAll(
                20_000,
                chance -> String.join("", chance.list(0, 6, c -> c.pick(pieces))) + "@"
                        + String.join("", chance.list(0, 8, c -> c.pick(pieces))) + ".org",
                (text, _) -> {
                    Optional<String> address =
                            Ordeal.of(text.length(), BYTES_EACH_MAX).read(() -> EmailAddresses.normalise(text));

                    address.ifPresent(normal ->
                            assertThat(EmailAddresses.normalise(normal)).contains(normal));
                    address.ifPresent(normal -> new Identifier(IdentifierKind.EMAIL, normal));
                });
    }

    private static List<String> mixed(Chance chance) {
        List<String> calls = new ArrayList<>();
        int size = chance.between(1, 8);
        for (int i = 0; i < size; i++) {
            boolean good = chance.chance(0.4);
            String bad =
                    chance.chance(0.8) ? TrackingCalls.call(chance) : chance.pick(List.of("null", "[]", "1", "\"x\""));
            calls.add(good ? TrackingCalls.good("good-" + i) : bad);
        }
        return calls;
    }

    private static JsonReader.Parsed parse(byte[] body) {
        return JsonReader.read(Bytes.wrap(body), "batch");
    }

    private static void judge(Reading reading) {
        reading.problems().forEach(CallsFuzzTest::isShort);
        if (reading instanceof Reading.Usable(var event, var _)) isStorable(event);
    }

    private static void isStorable(Event event) {
        assertThat(EventCodec.EVENTS.decode(EventCodec.EVENTS.encode(event))).isEqualTo(event);
        assertThat(event.occurredAt()).isBetween(java.time.Instant.EPOCH, Edge.NOW);
        for (Identifier identifier : event.identifiers()) {
            String key = identifier.address().text();
            assertThat(new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(key);
        }
    }

    private static void isShort(Problem problem) {
        String example = problem.example();
        assertThat(example).hasSizeLessThan(100);
        assertThat(new String(example.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(example);
    }
}
