package io.carillon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;

/** Posts what a source makes, on a number of connections, each with a thread and a source of its own. */
final class Load {
    private static final long REFUSED_WAIT_NANOS = 10_000_000;

    private final int port;
    private final Traffic traffic;
    private final int connections;
    private final LongAdder refused = new LongAdder();
    private final LongAdder taken = new LongAdder();

    /** What a connection sends. */
    interface Source {
        String next();
    }

    /**
     * A kind of request.
     *
     * @param events in each
     */
    record Traffic(String path, int events, IntFunction<Source> source) {}

    Load(int port, Traffic traffic, int connections) {
        this.port = port;
        this.traffic = traffic;
        this.connections = connections;
    }

    /** Requests that were refused for want of room, and sent again. */
    long refused() {
        return refused.sum();
    }

    /** Events that were taken, also while getting warm. */
    long taken() {
        return taken.sum();
    }

    /** As fast as answers come: answered requests in a second, after as long a time again to get warm. */
    double closed(double warmSeconds, double seconds) {
        long began = System.nanoTime();
        long from = began + (long) (warmSeconds * 1e9);
        long until = from + (long) (seconds * 1e9);
        var answered = new LongAdder();
        each((connection, source) -> {
            while (true) {
                post(connection, source.next());
                long now = System.nanoTime();
                if (now >= until) return;
                if (now >= from) answered.increment();
            }
        });
        return answered.sum() / seconds;
    }

    /**
     * A number of requests on each connection, as fast as answers come.
     *
     * @param sent told how many are answered, after each
     */
    void all(int each, LongConsumer sent) {
        var answered = new AtomicLong();
        each((connection, source) -> {
            for (int i = 0; i < each; i++) {
                post(connection, source.next());
                sent.accept(answered.incrementAndGet());
            }
        });
    }

    /**
     * At a rate, whatever the answers do: a request that had to wait for a connection counts from when it was due.
     *
     * @param rate requests in a second
     */
    Latencies open(double rate, double seconds) {
        int total = (int) (rate * seconds);
        long[] times = new long[total];
        var next = new AtomicLong();
        long began = System.nanoTime() + 20_000_000;
        each((connection, source) -> {
            for (int i = (int) next.getAndIncrement(); i < total; i = (int) next.getAndIncrement()) {
                String body = source.next();
                long due = began + (long) (i * 1e9 / rate);
                for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                post(connection, body);
                times[i] = System.nanoTime() - due;
            }
        });
        int warm = total / 10; // connections are made, and code is compiled
        return Latencies.of(Arrays.copyOfRange(times, warm, total));
    }

    private void post(Connection connection, String body) throws IOException {
        int status = connection.post(traffic.path, body);
        while (status == 429) {
            refused.increment();
            LockSupport.parkNanos(REFUSED_WAIT_NANOS);
            status = connection.post(traffic.path, body);
        }
        taken.add(traffic.events);
        if (status != 200) throw new IOException("POST %s was answered with %d".formatted(traffic.path, status));
    }

    private interface Work {
        void run(Connection connection, Source source) throws IOException;
    }

    private void each(Work work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                Source source = traffic.source.apply(i);
                running.add(threads.submit(() -> {
                    try (var connection = new Connection(port)) {
                        work.run(connection, source);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
            }
            for (Future<?> one : running) one.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load could not be sent", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
