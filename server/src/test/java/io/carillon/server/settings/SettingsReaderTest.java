package io.carillon.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.server.logging.LogFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void withoutAnySettingTheDefaultsHold() {
        Settings settings = ready(Map.of(), Map.of(), Optional.empty());

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.logFormat()).isEqualTo(LogFormat.JSON);
        assertThat(settings.workspace()).isEmpty();
        assertThat(settings.publicUrl(8080)).isEqualTo(URI.create("http://localhost:8080"));
        assertThat(settings.origins().get(Setting.PORT)).isEqualTo(Sourced.byDefault("8080"));
    }

    @Test
    void aFlagWinsOverTheEnvironmentAndThatOverTheFile() throws IOException {
        Path file = file("""
            port: 1001
            host: 0.0.0.0
            shards: 3
            trustedProxies: [10.0.0.0/8, "::1"]
            publicUrl: https://shop.example/c/
            """);

        Settings settings = ready(
                Map.of(Setting.PORT, "1003"),
                Map.of("CARILLON_PORT", "1002", "CARILLON_SHARDS", "4"),
                Optional.of(file));

        assertThat(settings.port()).isEqualTo(1003);
        assertThat(settings.shards()).isEqualTo(4);
        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.publicUrl(1)).isEqualTo(URI.create("https://shop.example/c"));
        assertThat(settings.origins())
                .containsEntry(Setting.PORT, new Sourced<>("1003", Sourced.Origin.FLAG, "--port"))
                .containsEntry(Setting.SHARDS, new Sourced<>("4", Sourced.Origin.ENVIRONMENT, "CARILLON_SHARDS"))
                .containsEntry(Setting.HOST, new Sourced<>("0.0.0.0", Sourced.Origin.FILE, file + ":2:7"));
    }

    @Test
    void everyProblemNamesItsPlaceTheValueAndWhatWasExpected() throws IOException {
        Path file = file("""
            prot: 1
            shards: many
            logFormat: {a: b}
            """);

        List<String> problems = wrong(
                Map.of(Setting.PORT, "70000"),
                Map.of("CARILLON_PUBLIC_URL", "shop.example", "CARILLON_TRUSTED_PROXIES", "10.0.0.0/99"),
                Optional.of(file));

        assertThat(problems)
                .hasSize(6)
                .contains(
                        file + ":3:12: logFormat must be a text, a number or a list of texts",
                        file + ":2:9: shards \"many\" is not a number from 1 to 64",
                        "--port: port \"70000\" is not a number from 0 to 65535")
                .anyMatch(problem -> problem.startsWith(file + ":1:1: \"prot\" is no setting; expected one of port,"))
                .anyMatch(problem -> problem.startsWith("CARILLON_PUBLIC_URL: publicUrl \"shop.example\""))
                .anyMatch(problem -> problem.startsWith("CARILLON_TRUSTED_PROXIES: trustedProxies \"10.0.0.0/99\""));
    }

    @Test
    void aFileThatIsNoYamlOrNotThereIsAProblem() throws IOException {
        assertThat(wrong(Map.of(), Map.of(), Optional.of(file("port: [1"))))
                .singleElement()
                .asString()
                .matches(".*settings.yaml:\\d+:\\d+: .*");
        assertThat(wrong(Map.of(), Map.of(), Optional.of(folder.resolve("none.yaml"))))
                .singleElement()
                .asString()
                .contains("none.yaml: cannot be read");
        assertThat(ready(Map.of(), Map.of(), Optional.of(file(""))).port()).isEqualTo(8080);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("settings.yaml"), text);
    }

    private static Settings ready(Map<Setting, String> flags, Map<String, String> environment, Optional<Path> file) {
        return ((SettingsReader.Outcome.Ready) SettingsReader.read(flags, environment, file)).settings();
    }

    private static List<String> wrong(
            Map<Setting, String> flags, Map<String, String> environment, Optional<Path> file) {
        return ((SettingsReader.Outcome.Wrong) SettingsReader.read(flags, environment, file)).problems();
    }
}
