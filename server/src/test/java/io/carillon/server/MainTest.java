package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void theVersionIsOneLine() {
        assertThat(run("--version")).isZero();

        assertThat(text(out)).startsWith("carillon ").hasLineCount(1);
    }

    @Test
    void aWorkspaceThatIsRightIsSummed() throws IOException {
        write("workspace.yaml", "workspace: shop\ntimezone: Europe/Berlin\n");
        write("topics/reminders.yaml", "topic: reminders\ndefault: opt-out\n");

        int exit = run("check", folder.toString());

        assertThat(text(out)).isEqualTo("shop: 0 sources, 1 topics, 0 channels, 0 messages, 0 segments, 0 journeys\n");
        assertThat(exit).isZero();
    }

    @Test
    void everyProblemOfAWorkspaceIsPrintedWithItsPlace() throws IOException {
        write("workspace.yaml", "workspace: shop\ntimezone: Europe/Atlantis\n");
        write("messages/a.yaml", """
            message: a
            purpose: transactional
            channels:
              email:
                subject: "Still yours, {{ customer.firstName"
                html: "<p>x</p>"
            """);

        int exit = run("check", folder.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(text(out).lines())
                .anyMatch(line -> line.startsWith("workspace.yaml:2:11: "))
                .anyMatch(line -> line.startsWith("messages/a.yaml:5:"));
        assertThat(text(err)).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsAProblem() {
        assertThat(run("check", folder.resolve("none").toString())).isEqualTo(1);

        assertThat(text(out)).contains("is not a folder that can be read");
    }

    @Test
    void whatIsWrongWithSettingsOrFlagsGoesToStderr() {
        assertThat(run("serve", "--port", "x")).isEqualTo(2);
        assertThat(run("serve", "--prot", "1")).isEqualTo(2);
        assertThat(run("nonsense")).isEqualTo(2);

        assertThat(text(err)).contains("--port: port \"x\" is not a number").contains("--prot");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void aTrainingRunStartsAndEnds() {
        assertThat(run("aot-train")).isZero();
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private int run(String... args) {
        return Main.run(print(out), print(err), args);
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
