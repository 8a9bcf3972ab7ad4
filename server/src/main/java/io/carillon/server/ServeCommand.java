package io.carillon.server;

import io.carillon.host.local.HostTime;
import io.carillon.server.logging.Logging;
import io.carillon.server.settings.Setting;
import io.carillon.server.settings.Settings;
import io.carillon.server.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "serve",
        description = "Runs the server until it is told to stop (SIGTERM).",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);
    private final Streams streams;
    private final Map<Setting, String> flags = new EnumMap<>(Setting.class);
    private Optional<Path> config = Optional.empty();
    private Optional<String> clock = Optional.empty();

    ServeCommand(Streams streams) {
        this.streams = streams;
    }

    @Option(names = "--port", paramLabel = "PORT", description = "port to listen on, 0 for any free one (default 8080)")
    void port(String text) {
        flags.put(Setting.PORT, text);
    }

    @Option(names = "--host", paramLabel = "HOST", description = "address to listen on (default 127.0.0.1)")
    void host(String text) {
        flags.put(Setting.HOST, text);
    }

    @Option(names = "--data", paramLabel = "DIR", description = "folder of everything that is kept (default data)")
    void data(String text) {
        flags.put(Setting.DATA, text);
    }

    @Option(names = "--workspace", paramLabel = "DIR", description = "folder of definitions to publish at start")
    void workspace(String text) {
        flags.put(Setting.WORKSPACE, text);
    }

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            description = "base of every link (default http://localhost:PORT)")
    void publicUrl(String text) {
        flags.put(Setting.PUBLIC_URL, text);
    }

    @Option(
            names = "--trusted-proxies",
            paramLabel = "RANGES",
            description = "proxies whose X-Forwarded-For is believed, e.g. 10.0.0.0/8,::1")
    void trustedProxies(String text) {
        flags.put(Setting.TRUSTED_PROXIES, text);
    }

    @Option(
            names = "--shards",
            paramLabel = "N",
            description = "threads that run entities (default: the processors, at most 8)")
    void shards(String text) {
        flags.put(Setting.SHARDS, text);
    }

    @Option(names = "--log-format", paramLabel = "FORMAT", description = "json or text (default json)")
    void logFormat(String text) {
        flags.put(Setting.LOG_FORMAT, text);
    }

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "YAML file of settings; flags and CARILLON_… win over it")
    void config(Path file) {
        config = Optional.of(file);
    }

    @Option(
            names = "--clock",
            paramLabel = "START@FACTOR",
            hidden = true,
            description = "time of its own, e.g. 2026-03-02T07:00:00Z@60; only on a loopback host")
    void clock(String text) {
        clock = Optional.of(text);
    }

    @Override
    public Integer call() throws InterruptedException {
        return switch (SettingsReader.read(flags, System.getenv(), config)) {
            case SettingsReader.Outcome.Wrong(var problems) -> {
                problems.forEach(streams.err()::println);
                yield 2;
            }
            case SettingsReader.Outcome.Ready(var settings) -> serve(settings);
        };
    }

    private int serve(Settings settings) throws InterruptedException {
        HostTime time;
        try {
            time = clock.isPresent() ? SimulatedClock.of(clock.get(), settings.host()) : HostTime.system();
        } catch (IllegalArgumentException e) {
            streams.err().println("--clock: " + e.getMessage());
            return 2;
        }
        Logging.start(settings.logFormat());
        clock.ifPresent(text -> LOG.warn("the time is not the world's: --clock {}", text));
        Serve serving;
        try {
            serving = Serve.start(settings, System.getenv(), streams.err(), time, Serve.Extras.NONE);
        } catch (IOException | RuntimeException e) {
            LOG.error("cannot start: {}", String.valueOf(e.getMessage()));
            LOG.debug("because of", e);
            return 1;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(serving::close, "shutdown"));
        new CountDownLatch(1).await(); // until the process is told to end
        return 0;
    }
}
