package io.carillon.host.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.carillon.core.host.Address;
import io.carillon.core.host.Lane;
import io.carillon.core.host.Row;
import io.carillon.testkit.toy.Act;
import io.carillon.testkit.toy.Probe;
import io.carillon.testkit.toy.ToyKind;
import io.carillon.testkit.toy.ToyKnowledge;
import io.carillon.testkit.toy.ToyMessage;
import io.carillon.testkit.toy.ToyState;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A real process, really killed: what it acknowledged is there, once, and so is everything that followed from it. */
class KilledProcessTest {
    private static final int ROUNDS = 3;
    private static final int ENTITIES = 40;

    private final Path directory = Directories.fresh();

    @AfterEach
    void delete() {
        Directories.delete(directory);
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingIsDoubled() throws IOException, InterruptedException {
        var random = new Random(20_261_122);
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.addAll(killedAfter(500 + random.nextInt(3_000), round));

            try (var host = open(directory)) {
                assertThat(host.awaitRest(Duration.ofSeconds(60))).isTrue();
                assertExactlyOnce(host, acknowledged);
            }
        }
    }

    /** Runs the process until it has acknowledged so many messages. */
    private List<String> killedAfter(int messages, int round) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProcessTest.class.getName(),
                        directory.toString(),
                        Integer.toString(round))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var lines = new ArrayList<String>();
        try (var out = new BufferedReader(process.inputReader(StandardCharsets.UTF_8))) {
            while (lines.size() < messages) {
                String line = out.readLine();
                if (line == null) throw new AssertionError("the process ended by itself: " + process.waitFor());
                lines.add(line);
            }
            process.destroyForcibly();
            process.waitFor();
        }
        return lines;
    }

    private static void assertExactlyOnce(LocalHost<ToyKnowledge> host, Set<String> acknowledged) {
        long underWay = 0;
        var notes = new ArrayList<String>();
        for (Row row : host.rows("toys", "", 10_000)) {
            ToyState state = ToyState.CODEC.decode(row.value());
            for (long sent : state.sent().values()) underWay += sent;
            for (long received : state.received().values()) underWay -= received;
            if (row.key().startsWith("red:")) notes.addAll(state.notes());
            assertThat(host.history(new Address(row.key()), Long.MAX_VALUE, 100_000))
                    .hasSize(state.notes().size());
        }
        assertThat(underWay).as("messages lost or doubled between entities").isZero();
        assertThat(host.count("violations")).isZero();
        assertThat(notes).doesNotHaveDuplicates().containsAll(acknowledged);
    }

    /** The process: a note here, another there, and the name of each message that was answered on a line. */
    @SuppressWarnings("SystemOut")
    static void main(String[] arguments) {
        @SuppressWarnings("resource") // killed
        var host = open(Path.of(arguments[0]));
        for (int i = 0; ; i++) {
            String name = arguments[1] + "." + i;
            var there = new Act.Tell(new Address("blue:" + i % 7), List.of(new Act.Note("from " + name)));
            while (!host.submit(
                    new Address("red:" + i % ENTITIES),
                    Lane.BULK,
                    caller -> ToyMessage.outside(caller, new Act.Note(name), there, new Act.Answer()),
                    _ -> System.out.println(name))) {
                LockSupport.parkNanos(1_000_000);
            }
        }
    }

    private static LocalHost<ToyKnowledge> open(Path directory) {
        var probe = new Probe();
        return new LocalHost<>(
                LocalHostSettings.at(directory).withShards(2),
                List.of(new ToyKind("red", probe), new ToyKind("blue", probe)),
                new ToyKnowledge(1));
    }
}
