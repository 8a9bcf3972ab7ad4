package io.carillon.bench;

import io.carillon.testkit.property.Chance;
import io.carillon.testkit.smtp.ReceivedMail;
import io.carillon.testkit.smtp.SmtpSink;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Asks for messages by an event each, and watches them arrive at an SMTP server of its own. */
final class Mails {
    private static final String SUBJECT = "Reset ";
    private static final int OUTSTANDING_MAX = 2_000;
    private static final Duration ARRIVAL_MAX = Duration.ofSeconds(30);
    private static final int TRIGGER_BATCH = 10;
    private static final int TRIGGER_CONNECTIONS = 8;

    private final SmtpSink sink;
    private final Calls calls;
    private final int port;

    Mails(SmtpSink sink, Calls calls, int port) {
        this.sink = sink;
        this.calls = calls;
        this.port = port;
    }

    /** From just before an event is sent to the end of its mail, a moment lying between two events. */
    Latencies oneByOne(int count, Duration apart) throws IOException {
        long before = sink.count();
        Map<String, Instant> sent = new LinkedHashMap<>();
        var chance = new Chance(7);
        try (var connection = new Connection(port)) {
            for (int i = 0; i < count; i++) {
                int request = calls.nextRequest();
                String call = calls.trigger(request);
                sent.put(SUBJECT + request, Instant.now());
                int status = connection.post("/v1/track", call);
                if (status != 200) throw new IOException("a trigger was answered with " + status);
                LockSupport.parkNanos(apart.toNanos() / 2 + chance.between(0, apart.toNanos()));
            }
        }
        awaitAll(before + count);
        int warm = count / 10;
        return Latencies.of(sink.kept().stream()
                .flatMap(mail -> taken(mail, sent).stream())
                .skip(warm)
                .mapToLong(Duration::toNanos)
                .toArray());
    }

    /** Mails in a second while as many are asked for as are sent. */
    double sustained(double seconds) {
        long base = sink.count();
        int first = calls.nextRequest();
        Load.Traffic asks = calls.triggers(TRIGGER_BATCH);
        var paced = new Load.Traffic(asks.path(), asks.events(), connection -> {
            Load.Source source = asks.source().apply(connection);
            return () -> {
                while (calls.requests() - first - (sink.count() - base) > OUTSTANDING_MAX) {
                    LockSupport.parkNanos(1_000_000);
                }
                return source.next();
            };
        });
        Thread load =
                Thread.ofVirtual().start(() -> new Load(port, paced, TRIGGER_CONNECTIONS).closed(seconds, seconds));
        LockSupport.parkNanos((long) (seconds * 1e9));
        long from = System.nanoTime();
        long taken = sink.count();
        LockSupport.parkNanos((long) (seconds * 0.95e9));
        double rate = (sink.count() - taken) / ((System.nanoTime() - from) / 1e9);
        join(load);
        awaitAll(base + calls.requests() - first - 1);
        return rate;
    }

    private void awaitAll(long count) {
        if (sink.awaitCount(count, ARRIVAL_MAX)) return;
        throw new IllegalStateException(
                "%d mails did not arrive within %d s".formatted(count - sink.count(), ARRIVAL_MAX.toSeconds()));
    }

    private static Optional<Duration> taken(ReceivedMail mail, Map<String, Instant> sent) {
        return mail.header("Subject")
                .flatMap(subject -> Optional.ofNullable(sent.get(subject)))
                .map(at -> Duration.between(at, mail.receivedAt()));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
