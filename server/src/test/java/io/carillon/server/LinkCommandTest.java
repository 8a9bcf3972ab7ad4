package io.carillon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void pairsAndGroupsArePrintedAndTheLastLineAgreesWithTheTruth() throws IOException {
        Path records = Files.writeString(folder.resolve("people.csv"), people());
        Path truth = Files.writeString(folder.resolve("truth.csv"), "id_a,id_b\n" + pairs());

        int exit = run("link", records.toString(), "--truth", truth.toString());

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(exit).isZero();
        assertThat(lines.getFirst()).startsWith("{\"pair\":[\"").contains("\"for\":[{\"column\":");
        assertThat(lines).anyMatch(line -> line.startsWith("{\"cluster\":[\""));
        assertThat(lines.getLast()).startsWith("{\"precision\":1,\"recall\":1,\"f1\":1,");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("column surname: last-name");
    }

    @Test
    void aRowThatDoesNotFitTheHeaderIsNamedByItsLine() throws IOException {
        Path records = Files.writeString(folder.resolve("people.csv"), "id;name;city\n1;Ada;York\n2;Eve\n");

        int exit = run("link", records.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("people.csv:3: 2 fields; expected 3 as in the header");
    }

    @Test
    void recordsOfOneIdAreRefused() throws IOException {
        Path records = Files.writeString(folder.resolve("people.csv"), "id,name\n7,Ada\n8,Eve\n7,Ida\n");

        int exit = run("link", records.toString());

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("people.csv:4: id is 7, as in line 2");
    }

    @Test
    void columnsThatAreNotThereAndKindsThatAreNoneAreRefused() throws IOException {
        Path records = Files.writeString(folder.resolve("people.csv"), "id,name\n7,Ada\n");

        assertThat(run("link", records.toString(), "--column", "nom=name")).isEqualTo(1);
        assertThat(run("link", records.toString(), "--column", "name=colour")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("no column nom; there are id, name")
                .contains("--column name=colour: no such kind; expected one of name, first-name");
    }

    /** Two records of each, one with a slip; a header as others write it, with blanks after the commas. */
    private static String people() {
        var random = new Random(3);
        var csv = new StringBuilder("rec_id, given_name, surname, date_of_birth, suburb\n");
        for (int i = 0; i < 200; i++) {
            String first = word(random);
            String last = word(random);
            String rest = ", %d%02d%02d, %s\n"
                    .formatted(1940 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28), word(random));
            csv.append("a%d, %s, %s%s".formatted(i, first, last, rest));
            csv.append("b%d, %s, %s%s".formatted(i, first.substring(1), last, rest));
        }
        return csv.toString();
    }

    private static String word(Random random) {
        return random.ints(7, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String pairs() {
        var csv = new StringBuilder();
        for (int i = 0; i < 200; i++) csv.append("b%d,a%d\n".formatted(i, i));
        return csv.toString();
    }

    private int run(String... args) {
        return Main.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }
}
