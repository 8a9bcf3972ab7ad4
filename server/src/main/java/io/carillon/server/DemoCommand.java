package io.carillon.server;

import io.carillon.server.demo.Demo;
import io.carillon.server.demo.DemoWorkspace;
import io.carillon.server.logging.LogFormat;
import io.carillon.server.logging.Logging;
import io.carillon.server.runtime.Folders;
import io.carillon.server.settings.Setting;
import io.carillon.server.settings.Settings;
import io.carillon.server.settings.SettingsReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
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
        description = "Runs a shop day of simulated shoppers through a real server, with a page to look at.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    private static final Duration GRACE = Duration.ofSeconds(20);
    private final Streams streams;
    private Optional<Path> data = Optional.empty();

    @Option(names = "--port", paramLabel = "PORT", description = "port of the page, 0 for any free one (default 8080)")
    private String port = "8080";

    @Option(names = "--shoppers", paramLabel = "N", description = "how many people come by (default 400)")
    private int shoppers = 400;

    @Option(
            names = "--factor",
            paramLabel = "N",
            description =
                    "seconds of the day in one of the world's (default 480: the day takes two and a half minutes)")
    private double factor = 480;

    @Option(names = "--exit-when-done", description = "ends with the day, instead of on Ctrl-C")
    private boolean exitWhenDone;

    DemoCommand(Streams streams) {
        this.streams = streams;
    }

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "folder to keep it in; each run there is one more day (default: a temporary one)")
    void data(Path folder) {
        data = Optional.of(folder);
    }

    @Override
    public Integer call() throws IOException {
        if (shoppers < 1 || shoppers > 5_000 || !(factor > 0 && factor <= 10_000)) {
            streams.err().println("expected 1 to 5000 --shoppers and a --factor above 0, at most 10000");
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

    /** Ctrl-C ends the day where it stands, and everything is closed in order before the process ends. */
    private static Thread endsOnShutdown(Thread day, CountDownLatch ended) {
        var hook = new Thread(
                () -> {
                    day.interrupt();
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
        String token = UUID.randomUUID().toString();
        LocalDate day = nextDay(folder);
        var plan = new Demo.Plan(day, shoppers, factor, token);
        try (Demo demo = Demo.prepare(plan)) {
            Path workspace = folder.resolve("workspace");
            DemoWorkspace.layOut(workspace, demo.mailPort());
            Map<Setting, String> flags = new EnumMap<>(Map.of(
                    Setting.PORT, port,
                    Setting.DATA, folder.resolve("data").toString(),
                    Setting.WORKSPACE, workspace.toString()));
            return switch (SettingsReader.read(flags, Map.of(), Optional.empty())) {
                case SettingsReader.Outcome.Wrong(var problems) -> {
                    problems.forEach(streams.err()::println);
                    yield 2;
                }
                case SettingsReader.Outcome.Ready(var settings) -> run(demo, settings, token);
            };
        }
    }

    private int run(Demo demo, Settings settings, String token) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("CARILLON_API_TOKEN", token);
        try (Serve serving =
                Serve.start(settings, environment, streams.err(), demo.clock().time(), demo::addTo)) {
            URI url = URI.create("http://localhost:" + serving.port() + "/");
            streams.err().println("A shop day of simulated shoppers: look at " + url);
            streams.err().println("the API is at " + url + "api, its token for this run " + token);
            Demo.Result result = demo.run(URI.create("http://127.0.0.1:" + serving.port()), streams.err());
            streams.out().println(result);
            if (!exitWhenDone) {
                streams.err().println("The day is over; the page stays until Ctrl-C.");
                new CountDownLatch(1).await();
            }
            return result.refused() == 0 && result.mails() > 0 ? 0 : 1;
        } catch (RuntimeException e) {
            streams.err().println("the demo cannot start: " + e.getMessage());
            return 1;
        }
    }

    /** A store's time never goes back: each run in a folder is a later day. */
    private static LocalDate nextDay(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("next-day");
        LocalDate day =
                Files.exists(file) ? LocalDate.parse(Files.readString(file).strip()) : FIRST_DAY;
        // The clock runs on for as long as the page is looked at.
        Files.writeString(file, day.plusWeeks(1) + "\n");
        return day;
    }
}
