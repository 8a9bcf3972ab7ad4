package io.carillon.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Shoppers' calls for one server, and how fast it took them. */
final class Ingest {
    private static final int BATCH_CONNECTIONS = 16;
    private static final int SINGLE_CONNECTIONS = 64;
    private static final double OTHERS_BATCHES = 50;

    private final String name;
    private final Child child;
    private final Calls calls;
    private final int seconds;
    private final PrintStream progress;
    private final AtomicLong events = new AtomicLong();

    /** @param name of the server, for the progress */
    Ingest(String name, Child child, Calls calls, int seconds, PrintStream progress) {
        this.name = name;
        this.child = child;
        this.calls = calls;
        this.seconds = seconds;
        this.progress = progress;
    }

    /** Events that were taken so far. */
    long events() {
        return events.get();
    }

    /** Makes people known, of each shop those from a number on to before another. */
    void introduce(int from, int to) {
        int each = Math.ceilDiv(2 * (to - from), Calls.BATCH);
        var load = new Load(child.port(), calls.introductions(from), Calls.shops());
        load.all(each, sent -> {
            if (sent % 500 == 0)
                progress.println(
                        "bench: %s, %,d of %,d batches of people".formatted(name, sent, (long) each * Calls.shops()));
        });
        told("people", load);
    }

    /** Makes those known who will ask for messages. */
    void members() {
        var load = new Load(child.port(), calls.members(), 1);
        load.open(Calls.MEMBERS / (double) Calls.BATCH, 1);
        told("members", load);
    }

    /** Events a second in batches, as fast as it answers. */
    double batches() {
        warm(seconds);
        return full();
    }

    /** Load that is not measured. */
    void warm(double during) {
        var load = new Load(child.port(), calls.batches(), BATCH_CONNECTIONS);
        load.closed(0, during);
        told("warm", load);
    }

    /** As {@link #batches}, of a server that is warm. */
    double full() {
        var load = new Load(child.port(), calls.batches(), BATCH_CONNECTIONS);
        Duration before = child.cpu();
        double rate = load.closed(0, seconds) * Calls.BATCH;
        double each = child.cpu().minus(before).toNanos() / 1e3 / load.taken();
        told("batches of %d: %,.0f events/s, %.0f µs of a processor each".formatted(Calls.BATCH, rate, each), load);
        return rate;
    }

    /** Requests a second of one event each, as fast as it answers, and how long one takes at half of that. */
    Map<Bar, Double> singles() {
        var figures = new EnumMap<Bar, Double>(Bar.class);
        var full = new Load(child.port(), calls.singles(), SINGLE_CONNECTIONS);
        double rate = full.closed(seconds, seconds);
        told("single events: %,.0f requests/s".formatted(rate), full);
        var half = new Load(child.port(), calls.singles(), SINGLE_CONNECTIONS);
        Latencies taken = half.open(rate / 2, seconds);
        told("at half of that: p50 %.2f ms, p99 %.2f ms".formatted(taken.millis(0.5), taken.millis(0.99)), half);
        figures.put(Bar.SINGLES, rate);
        figures.put(Bar.POST_P50, taken.millis(0.5));
        figures.put(Bar.POST_P99, taken.millis(0.99));
        return figures;
    }

    /** 5,000 events a second of other people. */
    void others(double during) {
        var load = new Load(child.port(), calls.batches(), BATCH_CONNECTIONS);
        Latencies taken = load.open(OTHERS_BATCHES, during);
        told("others: p50 %.2f ms, p99 %.2f ms".formatted(taken.millis(0.5), taken.millis(0.99)), load);
    }

    private void told(String what, Load load) {
        events.addAndGet(load.taken());
        progress.println("bench: %s, %s; %d refused for a moment".formatted(name, what, load.refused()));
    }
}
