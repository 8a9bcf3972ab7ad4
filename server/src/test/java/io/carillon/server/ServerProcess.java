package io.carillon.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real server as a process of its own, which can be killed where it stands and started again. */
final class ServerProcess implements AutoCloseable {
    private static final Duration START_MAX = Duration.ofSeconds(60);
    private static final int LINES_KEPT = 200;
    private static final Pattern READY = Pattern.compile("listening on [^\"]*:(\\d+)\\)");

    private final Path data;
    private final Path workspace;
    private final Deque<String> said = new ArrayDeque<>();
    private Process process;
    private int port;

    private ServerProcess(Path data, Path workspace) {
        this.data = data;
        this.workspace = workspace;
        this.process = start();
    }

    /** Starts on any free port; returns when it is ready. */
    static ServerProcess start(Path data, Path workspace) {
        return new ServerProcess(data, workspace);
    }

    /** The same after every restart. */
    int port() {
        return port;
    }

    /** {@code kill -9}; returns when it is gone. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Starts again on the same data and port. */
    void restart() {
        process = start();
    }

    /** Memory that it holds now; 0 where the system does not say. */
    long residentBytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    /** What it last said on stderr. */
    List<String> said() {
        synchronized (said) {
            return List.copyOf(said);
        }
    }

    @Override
    public void close() {
        process.destroy();
        awaitEnd();
    }

    private Process start() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1", // starts count here, not speed
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "io.carillon.server.Main",
                "serve"));
        command.addAll(List.of("--port", Integer.toString(port), "--data", data.toString()));
        command.addAll(List.of("--workspace", workspace.toString()));
        var builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(RunningServer.ENVIRONMENT);
        try {
            Process started = builder.start();
            var ready = new CompletableFuture<Integer>();
            Thread.ofVirtual().name("server-stderr").start(() -> listen(started, ready));
            port = ready.get(START_MAX.toSeconds(), TimeUnit.SECONDS);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the server did not start; it said " + said(), e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void listen(Process started, CompletableFuture<Integer> ready) {
        try (BufferedReader lines = started.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                Matcher found = READY.matcher(line);
                if (found.find()) ready.complete(Integer.parseInt(found.group(1)));
            }
        } catch (IOException e) {
            keep("stderr ended: " + e.getMessage());
        }
        ready.completeExceptionally(new IllegalStateException("the process ended"));
    }

    private void keep(String line) {
        synchronized (said) {
            if (said.size() == LINES_KEPT) said.removeFirst();
            said.addLast(line);
        }
    }

    private void awaitEnd() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS))
                throw new AssertionError("the server does not end; it said " + said());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
