package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.testkit.WorkspaceFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushPullTest {
    @TempDir
    private static Path base = Path.of("");

    private final Path data = create("data");
    private final Path folder = create("workspace");
    private final Path copy = create("copy");
    private final Running running = new Running(data);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void close() {
        running.close();
    }

    @Test
    void whatIsPushedIsPublishedAndPulled() throws IOException {
        write(folder, WorkspaceFiles.smallest().texts());

        assertThat(run("push", folder)).isZero();
        assertThat(run("push", folder)).isZero();
        assertThat(run("pull", copy)).isZero();
        assertThat(run("pull", copy)).isZero();

        assertThat(text(out)).isEqualTo("""
                published as version 1: 6 files
                published as version 1: 6 files
                pulled version 1: 6 files, 6 of them changed
                pulled version 1: 6 files, 0 of them changed
                """);
        WorkspaceFiles.smallest()
                .texts()
                .forEach((path, text) -> assertThat(copy.resolve(path)).hasContent(text));
    }

    @Test
    void everyProblemIsPrintedAndNothingIsPublished() throws IOException {
        write(folder, WorkspaceFiles.smallest().texts());
        run("push", folder);
        write(
                folder,
                Map.of("workspace.yaml", "workspace: shop\ntimezone: Europe/Atlantis\n", "topics/x.yaml", "a: b\n"));

        assertThat(run("push", folder)).isEqualTo(1);

        assertThat(text(out).lines())
                .anyMatch(line -> line.startsWith("workspace.yaml:2:11: "))
                .anyMatch(line -> line.startsWith("topics/x.yaml:1:"));
        assertThat(running.get("/api/workspace").body())
                .startsWith("{\"version\":1,")
                .doesNotContain("Atlantis");
    }

    @Test
    void aSecretFileIsTheServersNotTheSenders() throws IOException {
        var files = WorkspaceFiles.smallest().with("sources/site.yaml", "source: site\nwriteKey: ${file:key}\n");
        write(folder, files.texts());
        Files.writeString(folder.resolve("key"), "of the sender");

        assertThat(run("push", folder)).isEqualTo(1);
        assertThat(text(out)).startsWith("sources/site.yaml:2:");

        Files.writeString(data.resolve("key"), "of the server");
        assertThat(run("push", folder)).isZero();
        assertThat(running.get("/api/workspace").body()).doesNotContain("of the server");
    }

    @Test
    void filesThatDifferAreKeptUnlessForced() throws IOException {
        write(folder, WorkspaceFiles.smallest().texts());
        run("push", folder);
        write(copy, Map.of("workspace.yaml", "mine", "topics/other.yaml", "also mine"));

        assertThat(run("pull", copy)).isEqualTo(1);
        assertThat(copy.resolve("workspace.yaml")).hasContent("mine");
        assertThat(copy.resolve("sources/site.yaml")).doesNotExist();
        assertThat(text(err)).contains("workspace.yaml is there and differs", "--force");

        assertThat(run("pull", copy, "--force")).isZero();
        assertThat(copy.resolve("workspace.yaml")).content().startsWith("workspace: shop");
        assertThat(copy.resolve("topics/other.yaml")).hasContent("also mine");
        assertThat(text(err)).contains("the server has no topics/other.yaml");
    }

    @Test
    void nothingIsWrittenBehindALink() throws IOException {
        write(folder, WorkspaceFiles.smallest().texts());
        run("push", folder);
        Path outside = create("outside");
        Files.createSymbolicLink(copy.resolve("sources"), outside);

        assertThat(run("pull", copy, "--force")).isEqualTo(1);

        assertThat(text(err)).contains("sources/site.yaml is, or is behind, a symbolic link");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void pathsStayWithinAWorkspace() {
        for (String path :
                new String[] {"../a.yaml", "/a.yaml", "a/../b.yaml", "a\\\\b.yaml", "a/.b.yaml", "a.txt", ""}) {
            var answer = running.put("/api/workspace", "{\"files\":{\"%s\":\"a: b\"}}".formatted(path));

            assertThat(answer.statusCode()).as(path).isEqualTo(400);
            assertThat(answer.body()).as(path).contains("is no path within a workspace");
        }
        assertThat(running.get("/api/workspace").body()).isEqualTo("{\"version\":0,\"files\":{}}");
    }

    @Test
    void aBodyThatHoldsNoFilesIsRefused() {
        assertThat(running.put("/api/workspace", "{}").statusCode()).isEqualTo(400);
        assertThat(running.put("/api/workspace", "{\"files\":{\"a.yaml\":1}}").statusCode())
                .isEqualTo(400);
        assertThat(running.put("/api/workspace", "{\"files\":{\"a.yaml\":\"" + "x".repeat(5 << 20) + "\"}}")
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void whatStandsInTheWayIsSaid() {
        assertThat(Main.run(print(out), print(err), "push", folder.toString(), "--token", "x", "--server", "shop"))
                .isEqualTo(2);
        assertThat(Main.run(
                        print(out), print(err), "pull", copy.toString(), "--server", running.url(), "--token", "wrong"))
                .isEqualTo(1);
        assertThat(run("pull", copy)).isEqualTo(1);
        assertThat(run("push", folder.resolve("none"))).isEqualTo(1);

        assertThat(text(err)).contains("\"shop\" is not a server's address", "(401)", "nothing is published there yet");
        assertThat(text(out)).contains("is not a folder that can be read");
    }

    private static Path create(String name) {
        try {
            return Files.createTempDirectory(base, name);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void write(Path folder, Map<String, String> files) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling(""));
            Files.writeString(path, file.getValue());
        }
    }

    private int run(String command, Path at, String... more) {
        var args =
                new ArrayList<>(List.of(command, at.toString(), "--server", running.url(), "--token", Running.TOKEN));
        args.addAll(List.of(more));
        return Main.run(print(out), print(err), args.toArray(String[]::new));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
