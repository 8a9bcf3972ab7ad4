package io.carillon.server.chromium;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A browser of one person, without a window: its tabs share cookies and storage. */
public final class Chromium implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final String READY = "DevTools listening on ";
    /** Only this machine can be reached, and the browser does nothing of its own accord. */
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--remote-debugging-port=0",
            "--no-sandbox", // which needs rights that few have where tests run; the pages are the tests' own
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-sync",
            "--disable-breakpad",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost");

    private final Process process;
    private final DevTools tools;

    private Chromium(Process process, DevTools tools) {
        this.process = process;
        this.tools = tools;
    }

    /** Where this machine has one; nothing when it has none. */
    public static Optional<Path> installed() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(path.split(":", -1)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts it; returns once it takes orders.
     *
     * @param profile an empty folder for what the browser keeps
     */
    public static Chromium start(Path executable, Path profile) {
        var command = Stream.of(
                        Stream.of(executable.toString()), FLAGS.stream(), Stream.of("--user-data-dir=" + profile))
                .flatMap(part -> part)
                .toList();
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return new Chromium(process, DevTools.at(address(process)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Which it says when it has started. All else that it says is read away: it would wait for room. */
    private static URI address(Process process) {
        var address = new CompletableFuture<URI>();
        Thread.ofVirtual().start(() -> {
            var said = new StringBuilder();
            try (var lines =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (!address.isDone()) said.append(line).append('\n');
                    if (line.startsWith(READY)) address.complete(URI.create(line.substring(READY.length())));
                }
            } catch (IOException e) {
                said.append(e);
            }
            address.completeExceptionally(new IOException("the browser ended: " + said));
        });
        try {
            return address.get(DevTools.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            end(process);
            throw new AssertionError("the browser does not start", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Tab tab() {
        return new Tab(tools);
    }

    @Override
    public void close() {
        try {
            tools.ask("", "Browser.close", DevTools.fields());
        } finally {
            tools.close();
            end(process);
        }
    }

    /** Gives it time to end, then ends it and what it started. */
    private static void end(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly();
            for (ProcessHandle one : started) one.destroyForcibly();
            for (ProcessHandle one : started) one.onExit().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the browser does not end", e);
        }
    }
}
