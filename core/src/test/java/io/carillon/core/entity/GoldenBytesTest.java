package io.carillon.core.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.codec.Bytes;
import io.carillon.core.codec.Codec;
import io.carillon.core.condition.Behaviour;
import io.carillon.core.condition.BehaviourCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What was stored once is read for ever. The files under {@code golden/} hold one value a line: its name, then its bytes.
 * {@code -Dcarillon.golden=write} writes them anew: then the difference is what stores out there do not have.
 */
class GoldenBytesTest {
    private static final Path FILES = Path.of("src/test/resources/golden");
    private static final HexFormat HEX = HexFormat.of();

    @TestFactory
    Stream<DynamicTest> storedFormsStayReadableAndTheSame() {
        return StoredForms.all().stream().map(form -> DynamicTest.dynamicTest(form.name(), () -> check(form)));
    }

    /** Files under {@code first/} are of version 1, and are never written anew. */
    @TestFactory
    Stream<DynamicTest> whatVersionOneWroteIsReadAndWrittenAnew() {
        return StoredForms.all().stream()
                .filter(form -> Files.exists(file("first/" + form.name())))
                .map(form -> DynamicTest.dynamicTest(form.name(), () -> checkEarlier("first/", form)));
    }

    /** Files under {@code second/} are of what was first changed after that: customers of version 2. */
    @TestFactory
    Stream<DynamicTest> whatVersionTwoWroteIsReadAndWrittenAnew() {
        return StoredForms.all().stream()
                .filter(form -> Files.exists(file("second/" + form.name())))
                .map(form -> DynamicTest.dynamicTest(form.name(), () -> checkEarlier("second/", form)));
    }

    /** Files under {@code third/} are of format 2: events and traits without lineage, nobody parted. */
    @TestFactory
    Stream<DynamicTest> whatFormatTwoWroteIsReadAndWrittenAnew() {
        return StoredForms.all().stream()
                .filter(form -> Files.exists(file("third/" + form.name())))
                .map(form -> DynamicTest.dynamicTest(form.name(), () -> checkEarlier("third/", form)));
    }

    @Test
    void ofTheFirstBehaviourOnlyTheKeysAreTakenOver() throws IOException {
        Bytes first = Optional.ofNullable(read("first/behaviour").get("counted-and-keyed"))
                .orElseThrow();

        Behaviour behaviour = BehaviourCodec.BEHAVIOURS.decode(first);

        assertThat(behaviour).isEqualTo(Specimens.behaviourOfVersion1());
        assertThat(behaviour.completeFor()).isEmpty();
    }

    private static <T> void checkEarlier(String folder, StoredForm<T> form) throws IOException {
        for (Map.Entry<String, Bytes> golden : read(folder + form.name()).entrySet()) {
            T value = form.codec().decode(golden.getValue());

            assertThat(form.codec().decode(form.codec().encode(value)))
                    .as(golden.getKey())
                    .isEqualTo(value);
        }
    }

    private static <T> void check(StoredForm<T> form) throws IOException {
        if (System.getProperty("carillon.golden", "").equals("write")) write(form);
        SortedMap<String, Bytes> golden = read(form.name());

        assertThat(golden.keySet()).isEqualTo(form.values().keySet());
        form.values().forEach((name, value) -> {
            Bytes bytes = Optional.ofNullable(golden.get(name)).orElseThrow();
            assertThat(form.codec().decode(bytes)).as(name).isEqualTo(value);
            assertThat(HEX.formatHex(form.codec().encode(value).toArray()))
                    .as(name)
                    .isEqualTo(HEX.formatHex(bytes.toArray()));
        });
    }

    private static SortedMap<String, Bytes> read(String form) throws IOException {
        var golden = new TreeMap<String, Bytes>();
        for (String line : Files.readAllLines(file(form), StandardCharsets.UTF_8)) {
            int space = line.indexOf(' ');
            golden.put(line.substring(0, space), Bytes.wrap(HEX.parseHex(line.substring(space + 1))));
        }
        return golden;
    }

    private static <T> void write(StoredForm<T> form) throws IOException {
        Codec<T> codec = form.codec();
        var lines = new StringBuilder();
        form.values()
                .forEach((name, value) -> lines.append(name)
                        .append(' ')
                        .append(HEX.formatHex(codec.encode(value).toArray()))
                        .append('\n'));
        Files.createDirectories(FILES);
        Files.writeString(file(form.name()), lines);
    }

    private static Path file(String form) {
        return FILES.resolve(form + ".hex");
    }
}
