package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.cleanse.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import picocli.CommandLine;

@Timeout(60)
class CleanseCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void eachLineIsAnsweredByALineOfJson() {
        int exit = run("Ada <ADA@Example.com>\nnobody\n\n", "email");

        assertThat(exit).isZero();
        assertThat(lines()).hasSize(3);
        assertThat(lines().getFirst())
                .startsWith("{\"input\":\"Ada <ADA@Example.com>\",\"valid\":true,"
                        + "\"value\":{\"address\":\"ada@example.com\",\"canonical\":\"ada@example.com\"");
        assertThat(lines().get(1)).contains("\"valid\":false", "\"reason\":\"no e-mail address: ");
        assertThat(lines().get(2)).contains("\"input\":\"\"", "\"valid\":false");
    }

    @Test
    void optionsAreHints() {
        run("01/02/2024\n", "date", "--order", "mdy");
        run("030 123456", "phone", "--default-country", "de");

        assertThat(lines().getFirst()).contains("\"iso\":\"2024-01-02\"", "\"ambiguous\":false");
        assertThat(lines().getLast()).contains("\"e164\":\"+4930123456\"", "\"country\":\"DE\"");
    }

    @Test
    void everyKindAnswers() {
        for (Kind kind : Kind.values()) {
            assertThat(run("x\n", kind.word())).as(kind.word()).isZero();
        }

        assertThat(lines()).hasSameSizeAs(Kind.values()).allMatch(line -> line.startsWith("{\"input\":\"x\""));
    }

    @Test
    void anUnknownKindIsToldWithTheOnesThereAre() {
        int exit = run("x\n", "colour");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("\"colour\" is no kind", "email", "timezone");
        assertThat(lines()).isEmpty();
    }

    @Test
    void aLineThatIsTooLongHarmsNoOther() {
        run("a".repeat(70_000) + "\nada@example.org\n", "email");

        assertThat(lines()).hasSize(2);
        assertThat(lines().getFirst()).contains("\"valid\":false", "a line longer than 65536 bytes");
        assertThat(lines().getLast()).contains("\"valid\":true");
    }

    @Test
    void bytesThatAreNoUtf8AreAnInvalidValue() {
        byte[] bytes = {'a', (byte) 0xFF, '@', 'x', '.', 'o', 'r', 'g', '\r', '\n'};

        assertThat(run(bytes, "email")).isZero();

        assertThat(lines().getFirst()).contains("\"valid\":false");
    }

    @Test
    void anAnswerDoesNotWaitForTheNextLine() throws Exception {
        try (var answers = new PipedInputStream();
                var printed = new PrintStream(new PipedOutputStream(answers), false, StandardCharsets.UTF_8)) {
            Thread command;
            try (var typed = new PipedOutputStream()) {
                var in = new PipedInputStream(typed);
                command = Thread.ofVirtual().start(() -> execute(printed, in, "email"));
                typed.write("ada@example.org\n".getBytes(StandardCharsets.UTF_8));
                typed.flush();

                assertThat(answers.read()).isEqualTo('{');
            }
            command.join();
        }
    }

    private int run(String lines, String... args) {
        return run(lines.getBytes(StandardCharsets.UTF_8), args);
    }

    private int run(byte[] bytes, String... args) {
        return execute(new PrintStream(out, true, StandardCharsets.UTF_8), new ByteArrayInputStream(bytes), args);
    }

    private int execute(PrintStream stdout, InputStream in, String... args) {
        var streams = new Streams(stdout, new PrintStream(err, true, StandardCharsets.UTF_8));
        return new CommandLine(new CleanseCommand(streams, in))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
