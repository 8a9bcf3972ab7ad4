package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator is told of settings, machine, disk, store and workspace. */
class DoctorTest {
    private final Path folder;
    private final RunningServer server;

    DoctorTest(@TempDir Path folder) {
        this.folder = folder;
        server = RunningServer.in(folder, "1h");
        server.client.identify("ada", "Ada");
        server.client.addToCart("ada", "c1", "Lamp");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aRunningServerIsAsked() {
        Said said = Said.by("doctor", "--server", "http://127.0.0.1:" + server.port(), "--token", ShopClient.TOKEN);

        assertThat(said.err()).isEmpty();
        assertThat(said.out())
                .contains("carillon        (unpackaged)")
                .contains("time-zone data  20")
                .contains("data            " + server.data() + " (--data)")
                .contains("running")
                .contains(", all there are, 0 without their wake-up")
                .contains("shop: 1 messages, 0 segments, 1 journeys")
                .doesNotContain(ShopClient.TOKEN)
                .doesNotContain("ada");
        assertThat(said.out()).endsWith("All is well.\n");
        assertThat(said.exit()).isZero();
    }

    @Test
    void aStoppedOneIsReadWhereItLiesAndNothingChanges() throws IOException {
        server.stop();
        String before = files();

        Said said = Said.by("doctor", "--data", server.data(), "--whole");

        assertThat(said.out())
                .contains("not running")
                .contains("in order")
                .contains("checksums of all blocks")
                .contains("right");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void machinesReadTheSame() {
        Said said = Said.by(
                "doctor", "--json", "--server", "http://127.0.0.1:" + server.port(), "--token", ShopClient.TOKEN);

        JsonNode found = JsonMapper.builder().build().readTree(said.out());
        assertThat(found.path("healthy").asBoolean()).isTrue();
        assertThat(found.path("problems")).isEmpty();
        assertThat(found.path("sections").findValuesAsString("section"))
                .contains("settings", "machine", "disk", "store", "workspace");
    }

    @Test
    void whatIsWrongComesWithWhatToDo() throws IOException {
        server.stop();
        Path key = server.data().resolve("secret.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

        Said said = Said.by("doctor", "--data", server.data());

        assertThat(said.out())
                .contains("PROBLEM  others may read the secret in %s\n     do  chmod 600 %s\n".formatted(key, key));
    }

    @Test
    void whereThereIsNothingItSaysSo() {
        Path nowhere = folder.resolve("nowhere");

        Said said = Said.by("doctor", "--data", nowhere);

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("PROBLEM  there is no data folder " + nowhere);
        assertThat(nowhere).doesNotExist();
    }

    private String files() throws IOException {
        try (var paths = Files.walk(server.data())) {
            return paths.sorted()
                    .map(path -> path + " " + path.toFile().length())
                    .toList()
                    .toString();
        }
    }
}
