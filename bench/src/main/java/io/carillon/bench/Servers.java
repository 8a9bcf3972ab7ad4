package io.carillon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts servers as users do.
 *
 * @param launcher the checkout's {@code carillon}
 * @param logs folder for what they print
 */
record Servers(Path launcher, Path logs, Options.Server options) {
    private static final int PREPARE_MINUTES_MAX = 10;

    /** Lets the launcher build the server first if it must: a start that is measured does not. */
    void prepare() throws IOException {
        Path log = logs.resolve("prepare.log");
        Process process = new ProcessBuilder(launcher.toString(), "--version")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor(PREPARE_MINUTES_MAX, TimeUnit.MINUTES) && process.exitValue() == 0) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IllegalStateException(Files.readString(log));
    }

    /** Returns when it is ready. */
    Child start(DataOfRuns data, int smtpPort) throws IOException {
        Shop.write(data.workspace(), smtpPort);
        var command = List.of(
                launcher.toString(),
                "serve",
                "--port",
                "PORT",
                "--data",
                data.server().toString(),
                "--workspace",
                data.workspace().toString());
        var environment =
                new HashMap<>(Map.of("SITE_KEY", Connection.WRITE_KEY, "CARILLON_API_TOKEN", Connection.API_TOKEN));
        if (!options.all().isEmpty()) environment.put("JAVA_TOOL_OPTIONS", options.all());
        return Child.start(command, environment, logs.resolve("server.log"));
    }
}
