package io.carillon.server;

import io.carillon.server.demo.Demo;
import io.carillon.server.demo.DemoWorkspace;
import io.carillon.server.demo.retail.Retail;
import io.carillon.server.logging.LogFormat;
import io.carillon.server.logging.Logging;
import io.carillon.server.runtime.Folders;
import io.carillon.server.settings.Setting;
import io.carillon.server.settings.Settings;
import io.carillon.server.settings.SettingsReader;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Replays a year of a real shop through a real server, with a page to look at.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final double SECONDS_A_DAY = 86_400;
    private static final double SPEED_MAX = 10;
    private static final int DAYS_MAX =
            (int) Duration.between(Retail.START, Retail.END).toDays();
    private static final String TOKEN = "CARILLON_API_TOKEN";
    private static final Duration GRACE = Duration.ofSeconds(20);
    private final Streams streams;
    private Optional<Path> data = Optional.empty();

    @Option(names = "--port", paramLabel = "PORT", description = "port of the page, 0 for any free one (default 8080)")
    private String port = "8080";

    @Option(
            names = "--speed",
            paramLabel = "DAYS",
            description =
                    "days of the year in one second, above 0, at most 10 (default 1: the year takes some six minutes); "
                            + "a slow machine takes longer, and does the same")
    private double speed = 1;

    @Option(names = "--days", paramLabel = "N", description = "how many days of the year, at most 374 (default: all)")
    private int days = DAYS_MAX;

    @Option(names = "--seed", paramLabel = "N", description = "another seed simulates other visits, carts and names")
    private long seed = 1;

    @Option(names = "--exit-when-done", description = "ends with the year, instead of on Ctrl-C")
    private boolean exitWhenDone;

    DemoCommand(Streams streams) {
        this.streams = streams;
    }

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder to keep it in, where the next run goes on (default: a temporary one)")
    void data(Path folder) {
        data = Optional.of(folder);
    }

    @Override
    public Integer call() throws IOException {
        if (days < 1 || days > DAYS_MAX || !(speed > 0 && speed <= SPEED_MAX)) {
            streams.err()
                    .println("expected 1 to %d --days and a --speed above 0, at most %.0f"
                            .formatted(DAYS_MAX, SPEED_MAX));
            return 2;
        }
        Logging.start(LogFormat.TEXT);
        var ended = new CountDownLatch(1);
        Thread onCtrlC = endsOnShutdown(Thread.currentThread(), ended);
        Path folder = data.isPresent() ? data.get() : Files.createTempDirectory("carillon-demo");
        try {
            return run(folder);
        } catch (InterruptedException e) {
            return 0; // told to end
        } finally {
            if (data.isEmpty()) Folders.delete(folder);
            ended.countDown();
            forget(onCtrlC);
        }
    }

    /** Ctrl-C ends the year where it stands, and everything is closed in order before the process ends. */
    private static Thread endsOnShutdown(Thread year, CountDownLatch ended) {
        var hook = new Thread(
                () -> {
                    year.interrupt();
                    try {
                        if (!ended.await(GRACE.toSeconds(), TimeUnit.SECONDS)) return;
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "demo-end");
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // it is what ended us
        }
    }

    private int run(Path folder) throws IOException, InterruptedException {
        String token = Optional.ofNullable(System.getenv(TOKEN))
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> UUID.randomUUID().toString());
        Instant until = Retail.START.plus(Duration.ofDays(days));
        var plan = new Demo.Plan(Progress.in(folder).reached(), until, speed * SECONDS_A_DAY, seed, token);
        Path workspace = folder.resolve("workspace");
        Map<Setting, String> flags = new EnumMap<>(Map.of(
                Setting.PORT, port,
                Setting.DATA, folder.resolve("data").toString(),
                Setting.WORKSPACE, workspace.toString()));
        return switch (SettingsReader.read(flags, Map.of(), Optional.empty())) {
            case SettingsReader.Outcome.Wrong(var problems) -> {
                problems.forEach(streams.err()::println);
                yield 2;
            }
            case SettingsReader.Outcome.Ready(var settings) -> {
                if (isTaken(settings)) {
                    streams.err()
                            .println(
                                    "port %d is taken, perhaps by another demo; expected a --port that is free, or 0 for any"
                                            .formatted(settings.port()));
                    yield 2;
                }
                try (Demo demo = Demo.prepare(plan)) {
                    DemoWorkspace.layOut(workspace, demo.mailPort());
                    yield run(demo, settings, plan, Progress.in(folder));
                }
            }
        };
    }

    /** Told before the year is read, which takes a while. */
    private static boolean isTaken(Settings settings) {
        try (var probe = new ServerSocket()) {
            probe.bind(new InetSocketAddress(settings.host(), settings.port()));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private int run(Demo demo, Settings settings, Demo.Plan plan, Progress kept)
            throws IOException, InterruptedException {
        Map<String, String> environment = Map.of(TOKEN, plan.apiToken());
        try (Serve serving =
                Serve.start(settings, environment, streams.err(), demo.clock().time(), demo::addTo)) {
            URI url = URI.create("http://localhost:" + serving.port() + "/");
            streams.err().println("A year of a shop, real orders and simulated visits: look at " + url);
            streams.err()
                    .println("The API is at %sapi, its token for this run is %s; definitions are in %s"
                            .formatted(
                                    url, plan.apiToken(), settings.workspace().orElseThrow()));
            streams.err()
                    .println(red("The clock is not the world's: it starts on %tF and runs %,d times as fast."
                            .formatted(plan.from().atZone(Retail.ZONE), Math.round(plan.factor()))));
            Demo.Result result =
                    demo.run(URI.create("http://127.0.0.1:" + serving.port()), streams.err(), kept::reached);
            streams.out().println(result);
            if (!exitWhenDone) {
                streams.err().println("The year is over; the page stays until Ctrl-C.");
                demo.linger();
            }
            return result.refused() == 0 && result.mails() > 0 ? 0 : 1;
        } catch (RuntimeException e) {
            streams.err().println("the demo cannot run: " + e.getMessage());
            return 1;
        }
    }

    /** For people; a file gets it plain. */
    private static String red(String text) {
        boolean isTerminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return isTerminal ? "\u001b[1;31m" + text + "\u001b[0m" : text;
    }

    /** How far a year came that is kept in a folder. */
    private record Progress(Path file) {
        static Progress in(Path folder) throws IOException {
            Files.createDirectories(folder);
            return new Progress(folder.resolve("reached"));
        }

        Instant reached() throws IOException {
            return Files.exists(file) ? Instant.parse(Files.readString(file).strip()) : Retail.START;
        }

        void reached(Instant midnight) {
            try {
                Files.writeString(file, midnight + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
