package io.carillon.server.json;

import static io.carillon.testkit.property.Seeds.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.value.Json;
import io.carillon.core.value.Value;
import io.carillon.core.value.ValueCodec;
import io.carillon.server.json.JsonReader.Parsed;
import io.carillon.testkit.hostile.Ordeal;
import io.carillon.testkit.hostile.TrackingCalls;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Any bytes are a JSON object within the limits, which can be stored and written again, or are refused with a reason. */
class JsonFuzzTest {
    private static final int SEEDS = 8_000;
    private static final int BYTES_EACH_MAX = 400;

    @Test
    void anyBytesAreReadOrRefused() {
        forAll(SEEDS, TrackingCalls::body, (body, _) -> judge(body));
    }

    @Test
    void anExponentThatIsNoIntIsOutOfRangeAndNoFailure() {
        for (String number : List.of("1e2147483648", "-1e-2147483648", "1e99999999999999999999")) {
            byte[] body = "{\"a\":%s}".formatted(number).getBytes(StandardCharsets.UTF_8);

            assertThat(JsonReader.read(Bytes.wrap(body)))
                    .isEqualTo(new Parsed.Bad(
                            "the number %s is out of range; expected an exponent of at most 400".formatted(number),
                            "a number"));
        }
    }

    private static void judge(byte[] body) {
        Parsed parsed = Ordeal.of(body.length, BYTES_EACH_MAX).read(() -> JsonReader.read(Bytes.wrap(body), "batch"));
        switch (parsed) {
            case Parsed.Bad(var message, var where) -> {
                assertThat(message).isNotBlank().hasSizeLessThan(400);
                assertThat(where).hasSizeLessThan(80);
            }
            case Parsed.Tree(var root, JsonReader.Measured(var sizes, var outOfRange)) -> {
                assertThat(ValueCodec.VALUES.decode(ValueCodec.VALUES.encode(root)))
                        .isEqualTo(root);
                assertThat(JsonReader.read(Bytes.utf8(Json.write(root)))).isInstanceOf(Parsed.Tree.class);
                assertThat(outOfRange.keySet()).allMatch(index -> index < sizes.size());
                if (root.fields().get("batch") instanceof Value.Items(var items)) {
                    assertThat(sizes).hasSameSizeAs(items).allMatch(size -> size > 0 && size <= body.length);
                }
            }
        }
    }
}
