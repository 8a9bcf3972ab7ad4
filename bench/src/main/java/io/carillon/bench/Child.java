package io.carillon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A server in a process of its own. */
final class Child implements AutoCloseable {
    private static final Duration READY_MAX = Duration.ofSeconds(60);
    private static final long POLL_NANOS = 2_000_000;
    private static final int STOP_SECONDS_MAX = 30;

    private final Process process;
    private final int port;
    private final Duration start;

    private Child(Process process, int port, Duration start) {
        this.process = process;
        this.port = port;
        this.start = start;
    }

    /**
     * Starts it, and waits until {@code GET /health/ready} is 200.
     *
     * @param command of which {@code PORT} becomes a free one
     * @param log where what it prints is added
     */
    static Child start(List<String> command, Map<String, String> environment, Path log) {
        try {
            int port = freePort();
            var builder = new ProcessBuilder(command.stream()
                    .map(word -> word.equals("PORT") ? Integer.toString(port) : word)
                    .toList());
            builder.environment().putAll(environment);
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            long began = System.nanoTime();
            Process process = builder.start();
            while (!isReady(port)) {
                boolean isLate = System.nanoTime() - began > READY_MAX.toNanos();
                if (isLate || !process.isAlive()) {
                    process.destroyForcibly();
                    throw new IllegalStateException("%s did not become ready; it said:%n%s"
                            .formatted(String.join(" ", command), Files.readString(log)));
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
            return new Child(process, port, Duration.ofNanos(System.nanoTime() - began));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** From the start of the process until it was ready. */
    Duration start() {
        return start;
    }

    /** Time that processors have worked for it, on all its threads, its compiler's and collector's included. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The most memory that it ever held, in MiB; not a number where the system does not say. */
    double residentMebibytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
                if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        } catch (IOException e) {
            return Double.NaN;
        }
        return Double.NaN;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isReady(int port) {
        try (var connection = new Connection(port)) {
            return connection.get("/health/ready") == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
